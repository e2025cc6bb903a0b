package dev.weir.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportTest {

    // Makes files as another program would have left them.
    private static final String OLD = """
            record Delay(String origin, int minutes) {}
            @Asset List<Delay> good() { return List.of(new Delay("EWR", 3), new Delay("JFK", 4)); }
            @Asset List<Delay> bad() { return List.of(new Delay("EWR", -3)); }
            record Other(String origin, String minutes, int gate) {}
            @Asset List<Other> other() { return List.of(new Other("EWR", "3", 7)); }
            """;

    private static final String SOURCE = """
            record Delay(String origin, int minutes) {}
            @Asset @Daily(start = "2024-01-01", end = "2024-02-01") @Range(column = "minutes", min = 0, max = 1000)
            List<Delay> delays() { throw new IllegalStateException("not computed"); }
            @Asset long total(Table<Delay> delays) { return delays.count(); }
            @Asset List<Delay> all() { throw new IllegalStateException("not computed"); }
            @Asset int number() { return 1; }
            """;

    @TempDir
    Path folder;

    @BeforeEach
    void filesOfAnotherProgram() throws IOException {
        Path old = Files.createDirectory(folder.resolve("old"));
        Files.writeString(old.resolve("Old.java"), OLD);
        Called.in(old, "materialize", "-f", "Old.java");
        Files.writeString(folder.resolve("Delays.java"), SOURCE);
    }

    @Test
    void foldersBecomeVersionsThatAreUpToDateAndReadDownstream() throws IOException {
        give("good", "archive/day=2024-01-01/a.parquet");
        give("good", "archive/day=2024-01-02/a.parquet");
        give("good", "archive/day=2024-01-02/b.parquet");
        Files.writeString(folder.resolve("archive/_SUCCESS"), "");

        Called imported = weir("import", "delays", "archive", "--partition-from-path", "day={partition}");

        assertThat(imported.status()).as(imported.err()).isZero();
        assertThat(imported.out()).contains("✓ delays@2024-01-01#1", "✓ delays@2024-01-02#1", "2 published.");
        assertThat(weir("why", "delays@2024-01-02").out())
                .startsWith("""
                        delays@2024-01-02 is up to date: #1 is what its code, its configuration and its inputs make now.
                          delays@2024-01-02#1 was imported from day=2024-01-02 of archive.
                        """);
        assertThat(weir("why", "delays@2024-01-02#1").out())
                .startsWith("delays@2024-01-02#1 was imported from day=2024-01-02 of archive.\n");
        assertThat(weir("versions", "delays@2024-01-02").out()).contains("current, imported", " 4 ");
        assertThat(weir("versions", "delays@2024-01-02", "--json").out())
                .contains("\"imported_from\" : \"day=2024-01-02 of archive\"");
        assertThat(weir("materialize", "total", "--partition", "2024-01-01").status()).isZero();
        assertThat(weir("head", "total").out()).contains("6");
        // What is published is a copy.
        Files.delete(folder.resolve("archive/day=2024-01-01/a.parquet"));
        assertThat(weir("head", "delays@2024-01-01").out()).contains("EWR");
    }

    @Test
    void theGateHolds() throws IOException {
        give("bad", "archive/a.parquet");

        Called imported = weir("import", "delays", "archive", "--partition", "2024-01-01");

        assertThat(imported.out()).contains("✗ delays@2024-01-01#1", "0 published, 1 rejected.");
        assertThat(imported.status()).isEqualTo(3);
        assertThat(weir("head", "delays@2024-01-01").status()).isEqualTo(4);
    }

    @Test
    void whatIsPublishedIsNotImportedOverUnlessThatIsForced() throws IOException {
        give("good", "a.parquet");
        weir("import", "all", "a.parquet");

        Called again = weir("import", "all", "a.parquet");

        assertThat(again.err())
                .isEqualTo("weir: all is published already, and nothing was imported: --missing leaves out what is published,"
                        + " --force imports a newer version of it.\n");
        assertThat(again.status()).isEqualTo(4);
        assertThat(weir("import", "all", "a.parquet", "--missing").out())
                .isEqualTo("✓ Everything is up to date: 1 partition of 1 asset.\n");
        assertThat(weir("import", "all", "a.parquet", "--force").out()).contains("✓ all#2");
    }

    @Test
    void everyFileThatCannotBeImportedIsNamedAndNothingIs() throws IOException {
        give("good", "archive/day=2024-01-01/a.parquet");
        give("other", "archive/day=2024-01-02/a.parquet");
        Files.createDirectories(folder.resolve("archive/day=2024-01-03"));
        Files.writeString(folder.resolve("archive/day=2024-01-03/a.parquet"), "not one of them");

        Called imported = weir("import", "delays", "archive", "--partition-from-path", "day={partition}");

        Path second = folder.resolve("archive/day=2024-01-02/a.parquet");
        assertThat(imported.err().lines())
                .startsWith(
                        "weir: Column minutes of file %s is VARCHAR, and Delay has INTEGER: write it as that.".formatted(second),
                        "weir: File %s has a column gate, which Delay has not: leave it out, or add it to the record."
                                .formatted(second))
                .anySatisfy(line -> assertThat(line)
                        .startsWith("weir: Reading %s failed. "
                                .formatted(folder.resolve("archive/day=2024-01-03/a.parquet"))));
        assertThat(imported.status()).isEqualTo(2);
        assertThat(weir("partitions", "delays", "--json").out()).doesNotContain("2024-01-01#1");
        assertThat(weir("runs").out()).isEqualTo("Nothing has been run yet.\n");
    }

    @Test
    void wrongWordsAreExplained() throws IOException {
        give("good", "archive/day=2023-01-01/a.parquet");
        give("good", "archive/none/a.parquet");

        assertThat(weir("import", "delays", "archive", "--partition-from-path", "day={partition}").err())
                .contains(folder.resolve("archive/none/a.parquet") + " names no partition by day={partition}.\n")
                .contains(folder.resolve("archive/day=2023-01-01/a.parquet") + ": ");
        assertThat(weir("import", "delays", "archive").err())
                .startsWith("weir: delays is partitioned (")
                .endsWith("name the partition with --partition KEY, or say how paths name theirs with --partition-from-path,"
                        + " such as 'day={partition}'.\n");
        assertThat(weir("import", "all", "archive", "--partition", "x").err())
                .isEqualTo("weir: all is not partitioned: leave --partition and --partition-from-path out.\n");
        assertThat(weir("import", "all", "nowhere").err()).isEqualTo("weir: nowhere is neither a file nor a folder.\n");
        assertThat(weir("import", "number", "archive").err())
                .isEqualTo("weir: number gives int, and weir import brings tables in.\n");
        assertThat(weir("import", "delays", "archive", "--partition-from-path", "day").err())
                .isEqualTo("weir: --partition-from-path 'day' has to hold {partition} once, as in 'day={partition}'.\n");
    }

    private void give(String asset, String to) throws IOException {
        String from = Called.in(folder.resolve("old"), "paths", asset, "-f", "Old.java").out().strip();
        Path target = folder.resolve(to);
        Files.createDirectories(target.getParent());
        Files.copy(Path.of(from), target, StandardCopyOption.REPLACE_EXISTING);
    }

    private Called weir(String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("-f", "Delays.java"));
        return Called.in(folder, all.toArray(String[]::new));
    }
}
