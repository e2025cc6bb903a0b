package dev.weir.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is said of a rejection while it stands, of what is below it, and when its cause is gone.
class RejectionTest {

    private static final String GOOD = """
            @Asset int base() { return 4; }
            @Asset int up(int base) { return base + 1; }
            @Check CheckResult small(int up) { return CheckResult.of(up < 9); }
            @Asset int down(int up) { return 2 * up; }
            """;
    private static final String BAD = GOOD.replace("base + 1", "base + 9");

    @TempDir
    Path folder;

    @Test
    void whoReadsTheLastGoodVersionIsToldThatANewerOneWasRejected() throws IOException {
        materialize(GOOD);
        materialize(BAD);
        String note = "note  up#2 was rejected: #1 stays current\n";

        assertThat(weir("plan", "down", "--only").out())
                .isEqualTo("✓ Everything is up to date: 1 partition of 1 asset.\n" + note);
        assertThat(weir("materialize", "down", "--only").out())
                .isEqualTo("✓ Everything is up to date: 1 partition of 1 asset.\n" + note);
        assertThat(weir("why", "down").out()).contains(note);
        assertThat(weir("why", "up").out()).contains(note);
        assertThat(weir("partitions", "up").out())
                .contains("rejected")
                .doesNotContain("published")
                .endsWith("\nReaders keep up#1: what came after was rejected.\n");
        assertThat(weir("partitions", "up", "--json").out()).contains("\"kept\" : [ \"up#1\" ]");
    }

    @Test
    void whatIsUpToDateAgainIsRejectedNowhere() throws IOException {
        materialize(GOOD);
        materialize(BAD);

        write(GOOD);

        assertThat(weir("plan", "up").out()).startsWith("✓ Everything is up to date");
        assertThat(weir("list", "status:rejected").err()).contains("status:rejected selects no asset");
        assertThat(weir("partitions", "up").out()).contains("published").doesNotContain("rejected");
    }

    @Test
    void whatWasRejectedFromTheFirstIsNotSaidNeverToHaveBeenMade() throws IOException {
        materialize(BAD);

        write(GOOD);

        assertThat(weir("why", "up").out())
                .isEqualTo("up is missing: up#1 was rejected by check small, and nothing has been published.\n");
        assertThat(weir("partitions", "up").out()).doesNotContain("Readers keep");
    }

    @Test
    void whereAllThatWasAskedForIsSkippedTheWayToTheReasonIsTold() throws IOException {
        materialize(BAD);

        Called called = weir("materialize", "down");

        assertThat(called.out())
                .contains("– down was skipped: up was rejected\n", "0 published, 2 skipped. ")
                .endsWith("\nNothing was made, as all was skipped: weir why up says what is behind it.\n");
        assertThat(called.status()).isEqualTo(3);
    }

    private void materialize(String source) throws IOException {
        write(source);
        weir("materialize");
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
