package dev.weir.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Assets that are commands, from their declaration to what is published, with nothing but a shell.
class CommandAssetsTest {

    private static final String ORDERS =
            """
            record Order(String customer, int amount) {}
            record Limits(@Default("2") int most) {}

            @Asset List<Order> orders() { return List.of(new Order("Ada", 3), new Order("Bob", 1)); }

            interface Commands {
                @Asset @Command("sh copy.sh") Table<Order> copies(Table<Order> orders, @Config Limits limits);
            }
            """;

    @TempDir
    Path folder;

    @Test
    void aCommandReadsItsInputsAsFilesAndItsFilesBecomeTheTable() throws IOException {
        write(ORDERS);
        script("copy.sh", """
                cp "$(grep -o '[^"]*[.]parquet' "$WEIR_CONTEXT" | head -1)" "$WEIR_STAGING/result.parquet"
                echo '{"method": "report_asset_materialization", "params": {"metadata": {"copied": 2}}}' >> "$WEIR_MESSAGES"
                echo "copied to $WEIR_STAGING"
                """);

        Called called = weir("materialize");

        assertThat(called.out()).contains("✓ copies#1  2 rows", "2 published.");
        assertThat(weir("show", "copies").out()).contains("copied", "2");
        assertThat(called.status()).isZero();
        assertThat(weir("materialize").out()).isEqualTo("✓ Everything is up to date: 2 partitions of 2 assets.\n");
    }

    @Test
    void aCommandGetsTablesAsCsvIfItAsksForThat() throws IOException {
        write("""
                record Order(String customer, Integer amount, Instant at) {}
                @Daily(start = "2024-01-01", zone = "UTC") @interface Day {}

                @Asset @Day List<Order> orders(TimeWindow day) {
                    return List.of(new Order("Ada, \\"the first\\"", 3, day.start()), new Order("Bob", null, day.start()));
                }
                @Asset @Command(value = "sh said.sh", tables = TableFormat.CSV) abstract Path said(Table<Order> orders);
                """);
        script("said.sh", """
                for file in $(grep -o '"[^"]*[.]csv"' "$WEIR_CONTEXT" | tr -d '"' | sort -u); do
                    basename "$file"
                    cat "$file"
                done > "$WEIR_STAGING/said"
                """);

        Called called = weir("materialize", "orders", "--partition", "2024-01-01..2024-01-02");
        weir("materialize", "said", "--only");

        assertThat(called.out() + called.err()).contains("2 published.");
        Path said = Path.of(weir("paths", "said").out().strip());
        assertThat(Files.readString(said)).isEqualTo("""
                orders-1.csv
                customer,amount,at
                "Ada, ""the first""\",3,2024-01-01 00:00:00+00
                Bob,,2024-01-01 00:00:00+00
                orders-2.csv
                customer,amount,at
                "Ada, ""the first""\",3,2024-01-02 00:00:00+00
                Bob,,2024-01-02 00:00:00+00
                """);
    }

    @Test
    void theScriptIsItsCode() throws IOException {
        write("""
                interface Commands {
                    @Asset @Command(value = "sh one.sh", files = "more") Path model();
                }
                """);
        script("one.sh", "cp more/weights \"$WEIR_STAGING/weights\"\n");
        script("more/weights", "1\n");
        weir("materialize");
        script("more/weights", "2\n");

        Called called = weir("why", "model");

        assertThat(called.out()).startsWith("model is stale: its code changed");
        assertThat(weir("materialize").out()).contains("✓ model#2");
        script("one.sh", "cp more/weights \"$WEIR_STAGING/weights\" # as ever\n");
        assertThat(weir("why", "model").out()).startsWith("model is stale: its code changed");
    }

    @Test
    void anExitStatusFailsTheStepWithTheLastWordsOfTheCommand() throws IOException {
        command("void", "sh -c 'echo Reading >&2; echo There is nothing to read >&2; exit 7'");

        Called called = weir("materialize");

        assertThat(called.out() + called.err())
                .contains("sh -c 'echo Reading >&2; echo There is nothing to read >&2; exit 7' ended with exit status 7: "
                        + "Reading | There is nothing to read");
        assertThat(called.status()).isEqualTo(1);
    }

    @Test
    void aProgramThatIsNotThereIsNamed() throws IOException {
        command("void", "no-such-program --now");

        Called called = weir("materialize");

        assertThat(called.out() + called.err())
                .contains("its program no-such-program is not on the PATH: install it, or write where it is");
    }

    @Test
    void aCommandThatLeavesNoResultFails() throws IOException {
        command("Path", "true");

        Called called = weir("materialize");

        assertThat(called.out() + called.err())
                .contains("true ended well, but wrote nothing into its staging folder, which WEIR_STAGING names");
    }

    @Test
    void aSmallValueIsReported() throws IOException {
        write("""
                interface Commands {
                    @Asset @Command("sh score.sh") double score();
                }
                @Asset String verdict(double score) { return "It is " + score; }
                """);
        script("score.sh", "echo '{\"method\": \"report_custom_message\", \"params\": {\"payload\": {\"weir_result\": 0.5}}}' >> $WEIR_MESSAGES\n");

        Called called = weir("materialize");

        assertThat(called.err()).isEmpty();
        assertThat(called.out()).contains("2 published.");
        assertThat(weir("show", "verdict").out()).contains("It is 0.5");
    }

    @Test
    void aFailedCheckThatTheCommandReportsKeepsItsResultFromReaders() throws IOException {
        command("void", "sh check.sh");
        script("check.sh", "echo '{\"method\": \"report_asset_check\", \"params\": {\"check_name\": \"converged\", \"passed\": false, \"metadata\": {\"loss\": 9.5}}}' >> $WEIR_MESSAGES\n");

        Called called = weir("materialize");

        assertThat(called.out()).contains("✗ it#1 was rejected", "converged");
        assertThat(called.status()).isEqualTo(3);
    }

    @Test
    void whatItPrintsIsTheLogOfItsStep() throws IOException {
        command("void", "sh talk.sh");
        script("talk.sh", "echo to out; echo to err >&2; echo '{\"method\": \"log\", \"params\": {\"message\": \"to log\", \"level\": \"WARNING\"}}' >> $WEIR_MESSAGES\n");

        weir("materialize");

        assertThat(log()).contains("to out", "to err", "to log");
    }

    @Test
    void aCommandThatTakesTooLongIsEndedWithAllThatItStarted() throws IOException {
        write("""
                interface Commands {
                    @Asset(timeout = "1s") @Command("sh slow.sh") void it();
                }
                """);
        script("slow.sh", "sleep 600 & echo $! > pid; wait\n");

        Called called = weir("materialize");

        assertThat(called.out() + called.err()).contains("it took longer than its timeout of 1s");
        assertThat(Ended.has(Long.parseLong(Files.readString(folder.resolve("pid")).strip()))).isTrue();
    }

    private String log() throws IOException {
        try (var logs = Files.list(folder.resolve(".weir/logs"))) {
            return Files.readString(logs.findFirst().orElseThrow());
        }
    }

    private void command(String type, String command) throws IOException {
        write("""
                interface Commands {
                    @Asset @Command("%s") %s it();
                }
                """.formatted(command, type));
    }

    private void write(String source) throws IOException {
        Files.writeString(folder.resolve("Shop.java"), "import java.nio.file.Path;\n" + source);
    }

    private void script(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private Called weir(String... words) {
        String[] all = new String[words.length + 2];
        System.arraycopy(words, 0, all, 0, words.length);
        all[words.length] = "-f";
        all[words.length + 1] = "Shop.java";
        return Called.in(folder, all);
    }
}
