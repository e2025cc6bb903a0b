package dev.weir.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AcceptTest {

    private static final String SOURCE = """
            @Asset int base() { return 4; }
            @Asset int twice(int base) { return 2 * base; }
            """;

    @TempDir
    Path folder;

    @BeforeEach
    void materialize() throws IOException {
        write(SOURCE);
        weir("materialize");
    }

    @Test
    void whatIsAcceptedIsUpToDateAndSoIsWhatReadsIt() throws IOException {
        write(SOURCE.replace("return 4", "return Math.abs(4)"));
        assertThat(weir("why", "base").out()).startsWith("base is stale: ");

        Called accepted = weir("accept", "base", "--reason", "the same sum");

        assertThat(accepted.out()).isEqualTo("✓ base#1 counts as made by the code and configuration of now.\n");
        assertThat(weir("materialize").out()).isEqualTo("✓ Everything is up to date: 2 partitions of 2 assets.\n");
        assertThat(weir("why", "base").out())
                .startsWith("""
                        base is up to date: #1 is what its code, its configuration and its inputs make now.
                          It was made by other code or configuration, which somebody accepted at 2026-06-01T12:00:00Z: the same sum.
                        """);
        assertThat(weir("versions", "base").out()).contains("current, accepted");
        assertThat(weir("versions", "base", "--json").out())
                .contains("\"because\" : \"the same sum\"", "\"at\" : \"2026-06-01T12:00:00Z\"");
    }

    @Test
    void whereThereIsNothingToAcceptThatIsRefused() throws IOException {
        Called called = weir("accept", "base", "--reason", "x");

        assertThat(called.err())
                .isEqualTo("weir: There is nothing to accept: what is published of base was made by the code and the"
                        + " configuration it has now. weir why base says how it stands.\n");
        assertThat(called.status()).isEqualTo(4);
        assertThat(weir("accept", "base").err())
                .isEqualTo("weir: weir accept needs a --reason: write why what is published would come out the same.\n");
        assertThat(weir("accept", "base#1", "--reason", "x").err())
                .isEqualTo("weir: weir accept takes what is current: name an asset, or a partition of it, without #.\n");
        write(SOURCE + "@Asset int another() { return 1; }\n");
        assertThat(weir("accept", "another", "--reason", "x").err())
                .isEqualTo("weir: another has no published version in environment main. Run weir materialize another.\n");
    }

    private void write(String source) throws IOException {
        Files.writeString(folder.resolve("Sums.java"), source);
    }

    private Called weir(String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("-f", "Sums.java"));
        return Called.in(folder, all.toArray(String[]::new));
    }
}
