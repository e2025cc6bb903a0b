package dev.weir.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.metadata.Postgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A run that another process cancels, which only the database connects with it.
@Timeout(300)
class RunCancelPostgresIT {

    @TempDir
    Path folder;

    @TempDir
    Path data;

    @Test
    void itIsOverAtOnceAndItsProcessNoticesAndKillsWhatItHasStarted() throws Exception {
        Files.writeString(folder.resolve("Shop.java"), """
                interface Shop { @Asset @Command("sh stays.sh") java.nio.file.Path outside(); }
                class Own { @Asset int quick() { return 1; } }
                """);
        Files.writeString(folder.resolve("stays.sh"), """
                trap '' TERM INT HUP
                echo $$ > child
                while :; do sleep 1; done
                """);
        Files.writeString(folder.resolve("weir.yaml"), "project: shop\n");
        try (Postgres postgres = Postgres.start(data.resolve("data"))) {
            Map<String, String> variables = Map.of("WEIR_DATABASE_URL", postgres.url("shop"));
            assertThat(weir(variables, "db", "migrate").status()).isZero();
            try (Running run = running(variables, "materialize")) {
                run.until(() -> pid() > 0);
                long pid = pid();
                while (!weir(variables, "versions", "quick").out().contains("quick#1")) {
                    // Each takes as long as a process takes to start.
                }

                Called cancel = weir(variables, "run", "cancel", "latest");
                Called runs = weir(variables, "runs");
                Called again = weir(variables, "run", "cancel", "latest");

                assertThat(cancel.out()).contains(
                        "is cancelled, and nothing of it is published from now on. 1 of 2 steps had succeeded.\n"
                                + "Its process, if it still lives, stops what it is at within 8 seconds, with the processes it has started.\n");
                assertThat(runs.out()).contains("canceled").doesNotContain("running");
                assertThat(again.status()).isEqualTo(4);
                assertThat(run.ended().out()).contains("The run ended early: it was cancelled with weir run cancel");
                assertThat(run.ended().status()).isEqualTo(1);
                assertThat(Ended.has(pid)).isTrue();
            }
            Files.writeString(folder.resolve("stays.sh"), "echo done > \"$WEIR_STAGING/outside\"\n");
            Called resumed = weir(variables, "run", "resume", "latest");
            assertThat(resumed.out()).contains("✓ outside#1", "1 published").doesNotContain("quick");
            assertThat(weir(variables, "versions", "quick").out()).contains("quick#1").doesNotContain("quick#2");
        }
    }

    private long pid() {
        try {
            return Files.exists(folder.resolve("child")) ? Long.parseLong(Files.readString(folder.resolve("child")).strip()) : 0;
        } catch (IOException | NumberFormatException notYet) {
            return 0;
        }
    }

    private Called weir(Map<String, String> variables, String... words) throws Exception {
        try (Running weir = running(variables, words)) {
            return weir.ended();
        }
    }

    private Running running(Map<String, String> variables, String... words) throws IOException {
        String[] all = java.util.Arrays.copyOf(words, words.length + 2);
        all[words.length] = "-f";
        all[words.length + 1] = "Shop.java";
        return Running.in(folder, variables, List.of(), all);
    }
}
