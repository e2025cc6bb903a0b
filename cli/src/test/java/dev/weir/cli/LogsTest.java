package dev.weir.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What steps say, and `weir logs`.
class LogsTest {

    private static final String SOURCE = """
            import org.slf4j.LoggerFactory;

            @Asset int talks(Log log) throws Exception {
                log.info("read {} files", 3);
                LoggerFactory.getLogger("org.example.Archive").warn("slow", new IllegalStateException("late"));
                LoggerFactory.getLogger("org.example.Archive").debug("never");
                System.out.print("half ");
                System.out.println("a line");
                System.err.println("trouble");
                Thread thread = new Thread(() -> LoggerFactory.getLogger("org.example.Thread").info("inherited"));
                thread.start();
                thread.join();
                return 1;
            }

            @Asset int fails(Log log) {
                log.info("before");
                throw new IllegalStateException("broken");
            }

            @Asset int silent() { return 1; }
            """;

    @TempDir
    Path folder;

    @Test
    void whatAStepSaysIsKeptUnderIt() throws IOException {
        write(SOURCE);

        Called materialized = weir("materialize", "talks");
        Called logs = weir("logs", "latest", "talks");

        assertThat(materialized.out()).contains("  talks  half a line\n", "  talks  trouble\n").doesNotContain("read 3 files");
        assertThat(logs.out().lines().filter(line -> !line.startsWith("    \tat ")))
                .containsExactly(
                        "2026-06-01 12:00:00  talks  INFO  read 3 files",
                        "2026-06-01 12:00:00  talks  WARN  slow",
                        "    java.lang.IllegalStateException: late",
                        "2026-06-01 12:00:00  talks  OUT  half a line",
                        "2026-06-01 12:00:00  talks  ERR  trouble",
                        "2026-06-01 12:00:00  talks  INFO  inherited");
        assertThat(weir("logs", "latest", "--json").out())
                .contains("\"logger\" : \"org.example.Archive\"", "\"target\" : \"talks\"", "\"text\" : \"read 3 files\"");
        assertThat(weir("logs", "latest", "silent").out()).startsWith("Nothing was said in run ");
    }

    @Test
    void whatAStepLogsIsShownAsItHappensWhereThatIsAskedFor() throws IOException {
        write(SOURCE);

        assertThat(weir("materialize", "talks", "-v").out())
                .contains("  talks  INFO  read 3 files\n", "  talks  WARN  slow\n", "  talks  half a line\n");
    }

    @Test
    void whatAStepLoggedBeforeItFailedIsShown() throws IOException {
        write(SOURCE);

        Called failed = weir("materialize", "fails");

        assertThat(failed.out()).contains("✗ fails failed: IllegalStateException (Talk.java:18): broken", "\n  fails  INFO  before\n");
        assertThat(weir("logs", "latest", "fails").out())
                .contains("  INFO  before\n", "  ERROR  java.lang.IllegalStateException: broken\n");
    }

    @Test
    void aStepThatSaysNothingLeavesNoFile() throws IOException {
        write(SOURCE);

        weir("materialize", "silent");

        assertThat(folder.resolve(".weir/logs")).doesNotExist();
    }

    @Test
    void noLineCanPassForAnother() throws IOException {
        write("""
                @Asset int forges(Log log) {
                    log.info("first\\n2026-06-01T12:00:00Z ERROR step=other attempt=1 logger=- forged");
                    return 1;
                }
                """);
        weir("materialize");

        assertThat(weir("logs", "latest").out()).isEqualTo("""
                2026-06-01 12:00:00  forges  INFO  first
                    2026-06-01T12:00:00Z ERROR step=other attempt=1 logger=- forged
                """);
    }

    @Test
    void whoSaysTooMuchIsCutOff() throws IOException {
        write("""
                @Asset int raves() {
                    for (int i = 0; i < 100_000; i++) {
                        org.slf4j.LoggerFactory.getLogger("a").info("line {} of very many that all say the same", i);
                    }
                    return 1;
                }
                """);
        weir("materialize");

        Called logs = weir("logs", "latest");

        assertThat(logs.out()).endsWith(
                "  raves  INFO  More than is kept was said (1 MiB an attempt, 256 MiB a run): the rest is left out.\n");
        assertThat(logs.out().length()).isLessThan(2 << 20);
    }

    private void write(String source) throws IOException {
        Files.writeString(folder.resolve("Talk.java"), source);
    }

    private Called weir(String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("-f", "Talk.java"));
        return Called.in(folder, all.toArray(String[]::new));
    }
}
