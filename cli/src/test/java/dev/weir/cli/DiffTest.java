package dev.weir.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiffTest {

    private static final String BEFORE = """
            record Delay(String origin, int flights, Double delay) {}
            @Asset @Unique("origin") List<Delay> delays() {
                return List.of(new Delay("EWR", 3, 1.5), new Delay("JFK", 4, null), new Delay("LGA", 5, 2.0));
            }
            """;

    private static final String AFTER = """
            record Delay(String origin, long flights, Double delay, String carrier) {}
            @Asset @Unique("origin") List<Delay> delays() {
                return List.of(new Delay("EWR", 3, 2.5, "UA"), new Delay("JFK", 4, null, "UA"), new Delay("SWF", 1, 2.0, "UA"));
            }
            """;

    @TempDir
    Path folder;

    @Test
    void columnsRowsByKeyAndProfilesAreCompared() throws IOException {
        publish(BEFORE);
        publish(AFTER);

        Called called = weir("diff", "delays");

        assertThat(called.out())
                .isEqualTo("""
                        delays#1 → delays#2

                        + column carrier VARCHAR
                        ~ column flights INTEGER not null → flights BIGINT not null
                        Rows: 3 → 3; by origin 1 added, 1 removed, 1 changed, 1 the same
                        Changed: delay in 1 row

                        ~ origin EWR: delay 1.5 → 2.5
                        + origin SWF
                        - origin LGA

                        column   nulls  distinct  min        max        mean
                        origin   0      3         EWR        LGA → SWF
                        flights  0      3         3 → 1      5 → 4      4 → 2.66667
                        delay    1      2         1.5 → 2.0  2.0 → 2.5  1.75 → 2.25
                        carrier  0      1         UA         UA
                        """);
        assertThat(called.status()).isZero();
        assertThat(weir("diff", "delays#1", "delays#2", "--exit-code").status()).isEqualTo(1);
        assertThat(weir("diff", "delays#1", "delays#1", "--exit-code").out())
                .isEqualTo("delays#1 → delays#1\n\nTheir data is the same.\n");
    }

    @Test
    void withoutAKeyRowsAreComparedAsAWhole() throws IOException {
        publish(BEFORE.replace("@Unique(\"origin\")", ""));
        publish(BEFORE.replace("@Unique(\"origin\")", "").replace("\"JFK\", 4, null", "\"EWR\", 3, 1.5"));

        assertThat(weir("diff", "delays").out())
                .contains("""
                        Rows: 3 → 3; as a whole 1 added, 1 removed, 2 the same

                        + origin EWR, flights 3, delay 1.5
                        - origin JFK, flights 4, delay null
                        """);
        assertThat(weir("diff", "delays", "--key", "origin").out())
                .contains("2 rows of the later version share their origin with another, so that rows are compared as a whole.");
        assertThat(weir("diff", "delays", "--key", "airport, flights").err())
                .isEqualTo("weir: --key: airport is not in both versions; both have origin, flights, delay.\n");
    }

    @Test
    void whatWasRejectedIsComparedWithWhatIsCurrent() throws IOException {
        publish(BEFORE);
        publish(BEFORE.replace("\"JFK\"", "\"EWR\""));

        assertThat(weir("diff", "delays", "--rejected").out())
                .startsWith("delays#1 → delays#2\n\nRows: 3 → 3; as a whole 1 added, 1 removed, 2 the same\n");
        assertThat(weir("diff", "delays", "--json").err()).isEmpty();
        assertThat(weir("diff", "delays").err())
                .isEqualTo("weir: No version was published before delays#1, so there is nothing to compare it with: name two"
                        + " versions.\n");
    }

    @Test
    void valuesAndFilesAreComparedByTheirLines() throws IOException {
        String source = """
                record Model(String name, int depth) {}
                @Asset Model model() { return new Model("tree", 3); }
                @Asset java.nio.file.Path report(Staging staging) throws Exception {
                    return java.nio.file.Files.writeString(staging.folder().resolve("report.md"), "# Report\\nten\\nend\\n");
                }
                """;
        publish(source);
        publish(source.replace("tree\", 3", "tree\", 4").replace("ten", "eleven"));

        assertThat(weir("diff", "model").out())
                .isEqualTo("""
                        model#1 → model#2

                        ~ value
                          -   "depth":3}
                          +   "depth":4}
                        """);
        assertThat(weir("diff", "report").out())
                .startsWith("report#1 → report#2\n\n~ file: 17 bytes, sha256 ")
                .endsWith("  - ten\n  + eleven\n");
    }

    @Test
    void programsGetTheSame() throws IOException {
        publish(BEFORE);
        publish(AFTER);

        assertThat(weir("diff", "delays", "--json").out())
                .contains(
                        "\"rows_before\" : 3",
                        "\"key\" : [ \"origin\" ]",
                        "\"changed\" : 1",
                        "\"changed_columns\" : {\n      \"delay\" : 1\n    }",
                        "\"row\" : \"CHANGED\"");
    }

    private void publish(String source) throws IOException {
        Files.writeString(folder.resolve("Delays.java"), source);
        Called called = weir("materialize");
        assertThat(called.status()).as(called.err()).isIn(0, 3);
    }

    private Called weir(String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("-f", "Delays.java"));
        return Called.in(folder, all.toArray(String[]::new));
    }
}
