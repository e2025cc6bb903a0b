package dev.weir.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The file of the page about checks, as it stands there.
class ReadyMadeChecksTest {

    private static final Path PAGE = Path.of("..", "docs/reference/checks.md");
    private static final Pattern SOURCE = Pattern.compile("(?s)```java\n(import.*?)```");

    @TempDir
    Path folder;

    @BeforeEach
    void write() throws IOException {
        Files.writeString(
                folder.resolve("Fleet.java"),
                SOURCE.matcher(Files.readString(PAGE)).results().findFirst().orElseThrow().group(1));
    }

    @Test
    void everyReadyMadeCheckRunsAndSaysWhatIsWrong() {
        Called week = weir("materialize", "--partition", "2024-01-01..2024-01-07", "--parallel", "1");

        assertThat(week.out()).contains("8 published.");
        assertThat(week.status()).isZero();

        Called bad = weir("materialize", "--partition", "2024-01-08..2024-01-09", "--parallel", "1");

        assertThat(bad.out())
                .contains(
                        "foreign_key_truck: truck is found in id of trucks; found orphans=1, referred=trucks,"
                                + " referred_rows=2, rows=4",
                        "anomaly_mean_speed: the mean of speed is no outlier among the last; found value=63.0,");
        assertThat(bad.status()).isEqualTo(3);
    }

    @Test
    void whatColumnsReferToIsBroughtAlong() {
        Called called = weir("materialize", "pings", "--partition", "2024-01-01");

        assertThat(called.out()).contains("✓ trucks#1  2 rows", "2 published.");
        assertThat(weir("show", "pings@2024-01-01").out())
                .contains("history=not enough history (0 of 3)", "history=nothing to compare with", "age=1h");
    }

    @Test
    void whatIsPublishedIsCheckedAgainAndTaintedUntilItPasses() throws IOException {
        weir("materialize", "--partition", "2024-01-01");
        replace("@RowCount(min = 2)", "@RowCount(min = 5)");

        Called failing = weir("check", "pings");

        assertThat(failing.status()).isEqualTo(3);
        assertThat(failing.out())
                .contains("✓  pings@2024-01-01  not_null_truck        nulls=0, rows=4")
                .contains("✗  pings@2024-01-01  row_count             rows=4")
                .contains("1 version checked, 1 tainted.\n"
                        + "What is tainted stays what readers see, and no asset reads it, until it passes or a new"
                        + " version takes its place.\n");
        assertThat(weir("show", "pings@2024-01-01").out())
                .contains("check row_count failed: the number of rows is at least 5");

        replace("@RowCount(min = 5)", "@RowCount(min = 4)");

        Called passing = weir("check", "pings", "--json");

        assertThat(passing.status()).isZero();
        assertThat(passing.out()).contains("\"checked\" : 1", "\"tainted\" : 0");
        assertThat(weir("show", "pings@2024-01-01").out()).contains("pings@2024-01-01#1  published\n").doesNotContain("tainted");
    }

    @Test
    void aCheckThatIsTakenAwaySpeaksAgainstNothingAnyMore() throws IOException {
        weir("materialize", "--partition", "2024-01-01");
        replace("@RowCount(min = 2)", "@RowCount(min = 5)");
        assertThat(weir("check", "pings").status()).isEqualTo(3);
        replace("@RowCount(min = 5)", "");

        assertThat(weir("plan", "pings", "--partition", "2024-01-01").out()).contains("check");
        Called materialized = weir("materialize", "pings", "--partition", "2024-01-01");

        assertThat(materialized.status()).isZero();
        assertThat(materialized.out()).contains("✓ pings@2024-01-01 passes its changed checks", "0 published, 1 checked again.");
        assertThat(weir("show", "pings@2024-01-01").out())
                .contains("row_count", "declared=no longer")
                .doesNotContain("tainted");

        assertThat(weir("plan", "pings", "--partition", "2024-01-01").out()).contains("Everything is up to date");
    }

    @Test
    void whereNothingIsPublishedNothingIsChecked() {
        Called called = weir("check");

        assertThat(called.out()).isEqualTo("Nothing that was asked for is published and has a check.\n");
        assertThat(called.status()).isZero();
        assertThat(folder.resolve(".weir/db")).doesNotExist();
    }

    @Test
    void badRowsArePutAsideAndTheRestIsPublished() throws IOException {
        writeQuarantine();

        Called called = Called.in(folder, "materialize", "-f", "Cold.java");

        assertThat(called.out()).contains("✓ readings#1  3 rows", "1 published.");
        assertThat(called.status()).isZero();
        String shown = Called.in(folder, "show", "readings", "-f", "Cold.java").out();
        assertThat(shown)
                .containsPattern("put aside +2 rows in /.*/quarantined-[0-9a-f]{64}\\.parquet")
                .containsPattern("quarantined_rows +2")
                .contains("quarantined=2, rows=5, share=40 %")
                .containsPattern("not_null_truck +passed .*nulls=1, rows=5, put_aside=yes")
                .containsPattern("row_count +passed .*rows=3");
        assertThat(Called.in(folder, "paths", "readings", "-f", "Cold.java").out())
                .containsPattern("^/.*/part-0-[0-9a-f]{64}\\.parquet\n$");
        Path aside = Path.of(Pattern.compile("/\\S*quarantined-\\S*")
                .matcher(shown)
                .results()
                .findFirst()
                .orElseThrow()
                .group());
        assertThat(aside).exists();
        assertThat(Called.in(folder, "check", "-f", "Cold.java").status()).isZero();
        assertThat(Called.in(folder, "materialize", "-f", "Cold.java").out()).startsWith("✓ Everything is up to date");
    }

    @Test
    void theRowsThatWerePutAsideAreShown() throws IOException {
        writeQuarantine();
        Called.in(folder, "materialize", "-f", "Cold.java");

        assertThat(Called.in(folder, "head", "readings", "--quarantined", "-f", "Cold.java").out())
                .isEqualTo("""
                truck  degrees
                T3       999.0
                null       3.0
                """);
        assertThat(Called.in(folder, "head", "readings", "--quarantined", "-n", "1", "--csv", "-f", "Cold.java").out())
                .isEqualTo("truck,degrees\nT3,999.0\n");
        assertThat(Called.in(folder, "paths", "readings", "--quarantined", "-f", "Cold.java").out())
                .containsPattern("^/.*/quarantined-[0-9a-f]{64}\\.parquet\n$");
    }

    @Test
    void whereNoRowIsPutAsideThatIsSaid() throws IOException {
        writeQuarantine();
        Path file = folder.resolve("Cold.java");
        Files.writeString(file, Files.readString(file).replace("999.0", "9.0").replace("(null, 3.0)", "(\"T4\", 3.0)"));
        Called.in(folder, "materialize", "-f", "Cold.java");

        Called none = Called.in(folder, "head", "readings", "--quarantined", "-f", "Cold.java");

        assertThat(none.out()).isEqualTo("""
                truck  degrees
                No rows.
                Every row of readings passed: none is put aside.
                """);
        assertThat(none.status()).isZero();
        assertThat(Called.in(folder, "paths", "readings", "--quarantined", "-f", "Cold.java").out()).isEmpty();

        weir("materialize", "trucks");
        Called never = weir("head", "trucks", "--quarantined");
        assertThat(never.err())
                .isEqualTo("weir: trucks puts no rows aside: it has no @Quarantine. Rows that a check found wrong are in"
                        + " weir show trucks.\n");
        assertThat(never.status()).isEqualTo(4);
        assertThat(weir("paths", "trucks", "--quarantined").status()).isEqualTo(4);
    }

    @Test
    void withTooManyBadRowsTheVersionIsRejectedAsAWhole() throws IOException {
        writeQuarantine();
        Path file = folder.resolve("Cold.java");
        Files.writeString(file, Files.readString(file).replace("max = 0.5", "max = 0.3"));

        Called called = Called.in(folder, "materialize", "-f", "Cold.java");

        assertThat(called.out())
                .contains(
                        "✗ readings#1 was rejected  5 rows",
                        "quarantine: at most 30 % of the rows are put aside; found quarantined=2, rows=5, share=40 %",
                        "not_null_truck: truck is never null; found nulls=1, rows=5");
        assertThat(called.status()).isEqualTo(3);
    }

    @Test
    void aChangedCheckOfAQuarantineComputesAgain() throws IOException {
        writeQuarantine();
        Called.in(folder, "materialize", "-f", "Cold.java");
        Path file = folder.resolve("Cold.java");
        Files.writeString(file, Files.readString(file).replace("max = 60", "max = 1000"));

        assertThat(Called.in(folder, "materialize", "-f", "Cold.java").out()).contains("✓ readings#2  4 rows");
    }

    @Test
    void aMethodGivesSeveralResultsOfWhichOneErrorRejects() throws IOException {
        writeSource("Tours.java", 2);

        Called called = Called.in(folder, "materialize", "-f", "Tours.java", "--parallel", "1");

        assertThat(called.status()).isEqualTo(3);
        assertThat(called.out())
                .contains("""
                    filled failed; found results=2, failed=1
                    filled.not_null_town: town is never null; found nulls=1, rows=2
                    id     town  docks
                    south  null  2
                """)
                .contains("""
                ✗ tours#1 was rejected  3 rows
                """.strip())
                .contains("""
                    sound: Tours are sound; found results=4, failed=2
                    sound.foreign_key_depot: depot is found in id of depots; found orphans=1, referred=depots, referred_rows=2, rows=3
                    depot  km
                    west   12.0
                """);
        assertThat(Called.in(folder, "show", "tours", "--rejected", "-f", "Tours.java").out())
                .containsPattern("sound +failed .*results=4, failed=2")
                .containsPattern("sound.depots +passed .*depots=2")
                .containsPattern("sound.null_rate_km +warned .*nulls=1");
        assertThat(Called.in(folder, "check", "depots", "--json", "-f", "Tours.java").out())
                .contains("\"check\" : \"filled.range_docks\"", "\"description\" : \"docks is from 1 to 100\"");
    }

    private void writeQuarantine() throws IOException {
        writeSource("Cold.java", 1);
    }

    private void writeSource(String name, int place) throws IOException {
        Files.writeString(
                folder.resolve(name),
                SOURCE.matcher(Files.readString(PAGE)).results().skip(place).findFirst().orElseThrow().group(1));
    }

    private void replace(String old, String other) throws IOException {
        Path file = folder.resolve("Fleet.java");
        Files.writeString(file, Files.readString(file).replace(old, other));
    }

    private Called weir(String... arguments) {
        String[] all = new String[arguments.length + 2];
        System.arraycopy(arguments, 0, all, 0, arguments.length);
        all[arguments.length] = "-f";
        all[arguments.length + 1] = "Fleet.java";
        return Called.in(folder, all);
    }
}
