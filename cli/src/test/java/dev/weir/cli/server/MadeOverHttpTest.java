package dev.weir.cli.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.weir.cli.Called;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// When assets were made, as the lineage is coloured by it.
class MadeOverHttpTest {

    @TempDir
    Path folder;

    @Test
    void whatIsMadeWhileItIsServedIsToldWithTheNextAnswer() throws Exception {
        Files.writeString(folder.resolve("Shop.java"), """
                @Asset @Daily(start = "2026-05-29", end = "2026-06-01") int orders() { return 1; }
                @Asset int till() { return 1; }
                @Asset int bank() { return 1; }
                """);
        assertThat(Called.in(folder, "materialize", "-f", "Shop.java", "orders", "--partition", "2026-05-30").status()).isZero();
        try (Served served = Served.open(folder)) {
            HttpResponse<String> first = served.get("/api/v1/graph/made");
            String tag = first.headers().firstValue("ETag").orElseThrow();
            JsonNode made = Served.read(first.body());

            assertThat(served.json("/api/v1/graph").get("keys").toString()).isEqualTo("[\"bank\",\"orders\",\"till\"]");
            assertThat(made.get("definitions")).isEqualTo(served.json("/api/v1/graph").get("definitions"));
            assertThat(made.get("made")).extracting(at -> at.asLong() > 0).containsExactly(false, true, false);
            assertThat(made.get("took_ms")).extracting(took -> took.asLong() >= 0).containsExactly(false, true, false);
            assertThat(served.get("/api/v1/graph/made", "If-None-Match", tag).statusCode()).isEqualTo(304);

            String run = Served.read(served.launch("", "{\"selection\": \"till\"}").body()).get("run").asText();
            served.json("/api/v1/runs/" + run + "?wait=60");

            HttpResponse<String> next = served.get("/api/v1/graph/made", "If-None-Match", tag);
            assertThat(next.statusCode()).isEqualTo(200);
            assertThat(Served.read(next.body()).get("made")).extracting(at -> at.asLong() > 0).containsExactly(false, true, true);
        }
    }
}
