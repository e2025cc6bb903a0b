package dev.weir.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GcTest {

    private static final String SOURCE = """
            record Order(int number, int value) {}

            @Asset List<Order> orders() { return List.of(new Order(1, 10)); }
            @Asset List<Order> large(List<Order> orders, Log log) { log.info("looking"); return orders; }
            """;

    @TempDir
    Path folder;

    @BeforeEach
    void materializeThreeTimes() throws IOException {
        Files.writeString(folder.resolve("weir.yaml"), "retention: {grace: 0s}\n");
        for (String value : List.of("10", "20", "30")) {
            write(SOURCE.replace("10", value));
            assertThat(weir("materialize").status()).isZero();
        }
    }

    @Test
    void nothingGoesUnlessSomebodySaysWhatIsKept() {
        assertThat(weir("gc").out()).isEqualTo("""
                Every asset keeps all of its versions: nothing is collected. Say what to keep with keep on @Asset or @Assets, with defaults: keep in weir.yaml, or with --keep 'last 30'.
                """);
        assertThat(weir("gc", "--delete").status()).isZero();
        assertThat(objects()).hasSize(6);
    }

    @Test
    void whatWouldGoIsShownAndNothingIsChanged() {
        Called called = weir("gc", "--keep", "last 2");

        assertThat(called.err()).isEmpty();
        assertThat(called.out().replaceAll("[0-9,.]+ (KiB|B)\\b", "N B")).isEqualTo("""
                asset   keep    versions  files  size
                large   last 2         1      1  N B
                orders  last 2         1      1  N B

                2 versions with 2 files (N B) would be collected; nothing was changed. The same with --delete does it, and files go 0s later.
                """.replace("  size", called.out().lines().findFirst().orElseThrow().replaceAll("(?s).*files", "")));
        assertThat(objects()).hasSize(6);
        assertThat(weir("versions", "orders").out()).doesNotContain("collected");
    }

    @Test
    void whatGoesIsGoneAndWhatIsLeftIsWhole() throws IOException {
        Files.writeString(folder.resolve("weir.yaml"), "retention: {grace: 0s}\ndefaults: {keep: last 1}\n");

        Called called = weir("gc", "--delete");

        assertThat(called.out())
                .contains("✓ 4 versions with 4 files (")
                .endsWith("""
                        ) are collected. Files go 0s later.
                        ✓ Of 4 versions that had been collected, 4 files were removed.
                        """);
        assertThat(objects()).hasSize(2);
        assertThat(weir("head", "large").out()).contains("30");
        assertThat(weir("plan").out()).contains("Everything is up to date");
        assertThat(weir("gc", "--delete").out()).isEqualTo("Nothing is to be collected.\n");
        assertThat(weir("sql", "select value from large").out()).contains("30");
    }

    @Test
    void whateverLooksAtACollectedVersionSaysSo() {
        weir("gc", "--delete", "--keep", "last 1");

        assertThat(weir("versions", "orders").out()).containsPattern("orders#1 +collected 20").contains("current");
        assertThat(weir("show", "orders#1").out())
                .contains("orders#1  collected\nIt was collected on 20")
                .contains(": its data is gone since 20")
                .contains(". weir versions orders lists what there is.\n");
        assertThat(weir("show", "orders#1", "--json").out()).containsPattern("\"collected\" : \\{\\s+\"at\" : \"20");
        assertThat(weir("lineage", "large#1").out()).containsPattern("orders#1 +1 +collected");
        for (List<String> reading : List.of(
                List.of("head", "orders#1"), List.of("paths", "orders#1"), List.of("diff", "orders#1", "orders#3"))) {
            Called refused = weir(reading.toArray(String[]::new));
            assertThat(refused.status()).isEqualTo(4);
            assertThat(refused.err())
                    .startsWith("weir: orders#1 was collected on 20")
                    .endsWith(", as its asset's retention says: its data is not there any more. weir versions orders lists what"
                            + " there is; weir materialize with --force computes the partition anew.\n");
        }
        Called back = weir("rollback", "orders", "--to", "1");
        assertThat(back.status()).isEqualTo(4);
        assertThat(back.err()).isEqualTo("weir: orders#1 was collected as its asset's retention says, and its data is gone or going:"
                + " name another version, or compute it anew; weir versions orders lists what there is.\n");
        assertThat(weir("runs").status()).isZero();
    }

    @Test
    void whatIsKeptIsExplained() throws IOException {
        write(SOURCE.replace("10", "40"));
        assertThat(weir("materialize", "orders").status()).isZero();

        assertThat(weir("gc", "--keep", "last 1").out()).endsWith("""

                1 older version is kept for what needs it:
                  orders#3  was read by large#3
                """);
        assertThat(weir("gc", "--keep", "last 1", "--json").out()).contains("\"because\" : \"input\"", "\"of\" : \"large#3\"");
    }

    @Test
    void whatIsPinnedIsKept() {
        Called pinned = weir("paths", "orders#1", "--pin", "2h");

        assertThat(pinned.err()).isEmpty();
        assertThat(Path.of(pinned.out().strip())).exists();
        assertThat(weir("gc", "--keep", "last 1").out()).contains("  orders#1  is held by weir paths --pin, called at 2026-06-01T12:00:00Z\n");
        assertThat(weir("gc", "--delete", "--keep", "last 1").status()).isZero();
        assertThat(Path.of(pinned.out().strip())).exists();
        assertThat(weir("paths", "orders", "--pin", "long").err()).startsWith("weir: --pin: 'long' is not a duration");
    }

    @Test
    void filesStayUntilTheGraceIsOver() throws IOException {
        Files.writeString(folder.resolve("weir.yaml"), "retention: {grace: 1h}\n");

        assertThat(weir("gc", "--delete", "--keep", "last 1").out()).endsWith("""
                ) are collected. Files go 1h later.
                The files of 4 versions are to be removed: the next weir gc --delete, or a run, does it when nobody can be reading them.
                """);

        assertThat(objects()).hasSize(6);
        assertThat(weir("rollback", "orders", "--to", "1").status()).isEqualTo(4);
    }

    @Test
    void aFileThatAnotherVersionHasStays() throws IOException {
        write(SOURCE);
        assertThat(weir("materialize").status()).isZero();

        assertThat(weir("gc", "--delete", "--keep", "last 1").out()).contains("✓ 6 versions with 4 files (");

        assertThat(objects()).hasSize(2);
        assertThat(weir("head", "orders").out()).contains("10");
    }

    @Test
    void aRunCollectsWhatIsOldOnceADay() throws IOException {
        Files.writeString(folder.resolve("weir.yaml"), "retention: {grace: 0s}\ndefaults: {keep: last 1}\n");

        assertThat(later(23, "materialize", "--force").status()).isZero();
        assertThat(weir("versions", "orders").out()).doesNotContain("collected");
        assertThat(later(24, "materialize", "--force").status()).isZero();
        assertThat(weir("versions", "orders").out()).contains("collected");
        assertThat(later(47, "materialize", "--force").status()).isZero();
        assertThat(objects()).hasSize(6);
        assertThat(later(48, "materialize", "--force").status()).isZero();
        assertThat(objects()).hasSize(2);
        assertThat(weir("head", "large").out()).contains("30");
    }

    @Test
    void aRunRemovesOldLogsOnceADay() throws IOException {
        Path old = logs().getFirst();
        Files.setLastModifiedTime(old, FileTime.from(Called.NOON.minus(Duration.ofDays(95))));
        for (Path log : logs().subList(1, 3)) {
            Files.setLastModifiedTime(log, FileTime.from(Called.NOON.minus(Duration.ofDays(80))));
        }

        assertThat(later(24, "materialize", "--force").status()).isZero();

        assertThat(logs()).hasSize(3).doesNotContain(old);
        assertThat(weir("runs").out().lines()).hasSizeGreaterThan(4);
    }

    @Test
    void whatHasBeenOverForLongIsForgotten() throws IOException {
        String run = manyRunsOfWhichTheFourthHasSomethingCurrent();
        Called tooEarly = weir("gc");
        Called before = later(24 * 400, "gc", "--keep", "last 1");
        Called done = later(24 * 400, "gc", "--delete", "--keep", "last 1");

        assertThat(tooEarly.out()).doesNotContain("forgotten");
        assertThat(before.err()).isEmpty();
        assertThat(before.out()).isEqualTo("""
                Nothing is to be collected.
                What is remembered of 5 runs and 12 collected versions that ended more than 1 year ago would be forgotten; the same with --delete does it.
                """);
        assertThat(done.out()).contains("""
                ✓ What is remembered of 5 runs and 12 collected versions that ended more than 1 year ago is forgotten.
                """);
        assertThat(weir("plan").out()).contains("Everything is up to date");
        assertThat(weir("versions", "orders").out()).contains("orders#7 ").doesNotContain("orders#6 ");
        assertThat(weir("show", "orders#6").err()).startsWith("weir: There is no version orders#6");
        assertThat(weir("run", "show", run).out()).contains("steps        3 planned, 3 ended, 2 forgotten\n");
        assertThat(weir("run", "show", run, "--json").out()).contains("\"forgotten\" : 2");
        assertThat(later(24 * 400, "gc", "--json").out()).contains("""
                "forgotten" : {
                      "runs" : 0,
                      "versions" : 0,
                      "notices" : 0
                    },
                    "database" : null""");
    }

    @Test
    void aRunOfWhichSomethingIsForgottenIsNotGoneOnWith() throws IOException {
        String run = manyRunsOfWhichTheFourthHasSomethingCurrent();
        assertThat(later(24 * 400, "gc", "--delete").status()).isZero();

        Called resumed = weir("run", "resume", run);
        Called takenBack = weir("rollback", "--run", run);

        assertThat(resumed.status()).isEqualTo(4);
        assertThat(resumed.err()).isEqualTo("weir: What became of 2 steps of run " + run
                + " is forgotten, as retention: runs in weir.yaml says: nobody can go on with it."
                + " weir materialize makes what is missing or stale.\n");
        assertThat(takenBack.status()).isEqualTo(4);
        assertThat(takenBack.err()).isEqualTo("weir: What became of 2 steps of run " + run
                + " is forgotten, as retention: runs in weir.yaml says: it cannot be taken back as a whole."
                + " weir rollback ASSET --to N goes back with one partition.\n");
    }

    @Test
    void runsAreRememberedAsLongAsIsSaidAndARunForgetsThem() throws IOException {
        manyRunsOfWhichTheFourthHasSomethingCurrent();
        Files.writeString(folder.resolve("weir.yaml"), "retention: {runs: all}\n");
        assertThat(later(24 * 4000, "gc").out()).doesNotContain("forgotten");
        Files.writeString(folder.resolve("weir.yaml"), "retention: {runs: 2 weeks}\n");
        assertThat(weir("show", "--config").out()).containsPattern("retention.runs +2 weeks|retention.runs +14 days");

        assertThat(later(24 * 13, "gc").out()).doesNotContain("forgotten");
        assertThat(later(24 * 15, "materialize", "--force").status()).isZero();

        assertThat(weir("runs").out().lines()).hasSize(7);
    }

    @Test
    void theFileOfTheDatabaseIsMadeSmaller() throws Exception {
        Path file = databaseWithFreeSpace();
        long before = Files.size(file);

        Called called = weir("gc", "--delete", "--keep", "last 1");

        assertThat(called.out()).containsPattern("\n✓ The database takes [0-9.]+ [KM]iB instead of [0-9.]+ MiB\\.\n");
        assertThat(Files.size(file)).isLessThan(before / 4);
        assertThat(weir("head", "large").out()).contains("30");
        assertThat(weir("gc", "--delete").out()).doesNotContain("The database");
    }

    private Path databaseWithFreeSpace() throws Exception {
        Path file;
        try (Stream<Path> files = Files.walk(folder.resolve(".weir"))) {
            file = files.filter(each -> each.toString().endsWith(".mv.db")).findFirst().orElseThrow();
        }
        String url = "jdbc:h2:file:" + file.toAbsolutePath().toString().replace(".mv.db", "") + ";WRITE_DELAY=0";
        try (Connection connection = DriverManager.getConnection(url, "SA", "");
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE passing AS SELECT x, RANDOM_UUID() || RPAD('', 60, RANDOM_UUID()) AS text"
                    + " FROM SYSTEM_RANGE(1, 100000)");
            statement.execute("DROP TABLE passing");
            statement.execute("SHUTDOWN IMMEDIATELY");
        }
        return file;
    }

    private String manyRunsOfWhichTheFourthHasSomethingCurrent() throws IOException {
        String still = "@Asset List<Order> still() { return List.of(new Order(9, 9)); }\n";
        for (int value = 4; value <= 11; value++) {
            write(SOURCE.replace("10", value + "0") + still);
            assertThat(weir("materialize").status()).isZero();
        }
        assertThat(weir("gc", "--delete", "--keep", "last 1").status()).isZero();
        Matcher fourth = Pattern.compile("\"run\" : \"([0-9a-f-]{36})\"").matcher(weir("show", "still", "--json").out());
        assertThat(fourth.find()).isTrue();
        return fourth.group(1);
    }

    private List<Path> logs() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve(".weir/logs"))) {
            return files.sorted().toList();
        }
    }

    @Test
    void theNearestWordOnWhatIsKeptWinsAndMakesNothingStale() throws IOException {
        Files.writeString(folder.resolve("weir.yaml"), "retention: {grace: 0s}\ndefaults: {keep: last 1}\n");
        write(SOURCE.replace("10", "30").replace("@Asset List<Order> orders", "@Asset(keep = \"all\") List<Order> orders")
                .replace("@Asset List<Order> large", "@Asset(keep = \"last 2\") List<Order> large"));

        assertThat(weir("plan").out()).contains("Everything is up to date");
        assertThat(weir("gc", "--json").out()).contains("\"keep\" : \"last 2\"", "\"large#1\"").doesNotContain("orders#");
        assertThat(weir("show", "--config", "large").out()).containsPattern("keep +last 2 +code");
    }

    @Test
    void whatItsAuthorTagsIsKept() throws IOException {
        write(SOURCE.replace("List<Order> orders() { return List.of(new Order(1, 10)); }",
                "Output<List<Order>> orders() { return Output.of(List.of(new Order(1, 50))).tagged(\"keep\", \"the one of May\"); }"));
        weir("materialize", "orders");
        write(SOURCE);
        weir("materialize");

        assertThat(weir("gc", "--keep", "last 1").out()).contains("1 older version is kept for what needs it:\n  orders#4  has the tag keep\n");
    }

    @Test
    void badWordsAreExplained() throws IOException {
        assertThat(weir("gc", "--keep", "some").err()).isEqualTo("weir: --keep: 'some' does not say what to keep: write 'all', 'last 30',"
                + " '90 days', '8 weeks', '6 months' or '2 years'\n");
        assertThat(weir("gc", "--keep", "some").status()).isEqualTo(2);
        Files.writeString(folder.resolve("weir.yaml"), "retention: {grace: soon, logs: last 3, runs: last 9}\ndefaults: {keep: last 0}\n");
        assertThat(weir("gc").err())
                .contains("defaults: keep: 'last 0' keeps nothing that can be told: write 'last 1' or more")
                .contains("retention: grace: 'soon' is not a duration")
                .contains("retention: logs: 'last 3' counts, and logs are kept by their age")
                .contains("retention: runs: 'last 9' counts, and runs are kept by their age: write 'all', '90 days' or '2 years'");
    }

    private List<Path> objects() {
        try (Stream<Path> files = Files.walk(folder.resolve(".weir/warehouse/objects"))) {
            return files.filter(Files::isRegularFile).toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void write(String source) throws IOException {
        Files.writeString(folder.resolve("Shop.java"), source);
    }

    private Called weir(String... words) {
        return later(0, words);
    }

    private Called later(int hours, String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("-f", "Shop.java"));
        InstantSource clock = InstantSource.fixed(Called.NOON.plus(Duration.ofHours(hours)));
        return Called.in(folder, Map.of(), clock, all.toArray(String[]::new));
    }
}
