package dev.weir.cli.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.weir.cli.Called;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How assets stand, said by a server that goes on from what the one before has kept.
class KeptOverHttpTest {
    private static final String SOURCE = """
            class Shop {
                @Asset int till() { return 1; }

                @Asset @Hourly(start = "2025-01-01", end = "2026-01-01") int takings(int till, TimeWindow hour) { return till; }
            }
            """;

    @TempDir
    Path folder;

    @Test
    void theNextServerGoesOnFromWhatTheOneBeforeHasKept() throws IOException, InterruptedException {
        Files.writeString(folder.resolve("Shop.java"), SOURCE);
        assertThat(Called.in(folder, "materialize", "till", "-f", "Shop.java").status()).isZero();
        JsonNode before;
        try (Served first = Served.open(folder)) {
            before = first.known("/api/v1/status");
        }
        Path kept = kept().orElseThrow();

        try (Served next = Served.open(folder)) {
            assertThat(next.known("/api/v1/status")).isEqualTo(before);
            Files.delete(kept);
        }

        // What was read, and is still so, is not written again.
        assertThat(kept()).isEmpty();
        try (Served withoutIt = Served.open(folder)) {
            assertThat(withoutIt.known("/api/v1/status")).isEqualTo(before);
        }
        assertThat(kept()).contains(kept);
    }

    private Optional<Path> kept() throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(path -> path.endsWith("cache/standings-main")).findFirst();
        }
    }
}
