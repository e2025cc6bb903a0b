package dev.weir.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.metadata.Postgres;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A project is copied and brought back, from either database into either.
class BackupTest {

    private static final String SHOP = """
            record Sale(String item, int cents) {}

            class Shop {
                @Asset @Daily(start = "2024-01-01", end = "2024-01-04")
                static List<Sale> sales(TimeWindow day) {
                    return List.of(new Sale("tea", 250 + day.startDate().getDayOfMonth()), new Sale("bun", 90));
                }

                @Asset @Range(column = "cents", min = 0)
                static List<Sale> returned() { return List.of(new Sale("bun", -90)); }

                @Asset Table<Sale> dearest(Table<Sale> sales) {
                    return Sql.query(Sale.class, "select * from sales order by cents desc limit 1", sales);
                }

                @Asset static long count(Table<Sale> sales) { return sales.count(); }

                @Asset static java.nio.file.Path receipt(Staging staging, long count) throws java.io.IOException {
                    return java.nio.file.Files.writeString(staging.folder().resolve("receipt.txt"), "%d sales".formatted(count));
                }
            }
            """;
    private static final List<List<String>> LOOKS = List.of(
            List.of("list", "--json"),
            List.of("plan", "--json"),
            List.of("why", "dearest", "--json"),
            List.of("runs", "--json"),
            List.of("run", "show", "latest", "--json"),
            List.of("versions", "sales", "--json"),
            List.of("show", "sales@2024-01-02", "--json"),
            List.of("lineage", "dearest#1", "--json"),
            List.of("partitions", "sales", "--json"),
            List.of("head", "dearest", "--json"));

    @TempDir
    private Path folder;

    private Path shop;
    private Path copy;
    private Path again;

    @BeforeEach
    void publish() throws IOException {
        shop = project("shop");
        again = project("again");
        copy = folder.resolve("copy");
        Files.writeString(shop.resolve("Shop.java"), SHOP.replace("sales.count()", "0 + sales.count()"));
        assertThat(weir(shop, "materialize").status()).isEqualTo(3);
        Files.writeString(shop.resolve("Shop.java"), SHOP);
        assertThat(weir(shop, "accept", "count", "--reason", "nothing was added").status()).isZero();
    }

    @Test
    void aProjectThatWasLostIsBroughtBackAsItWas() {
        assertThat(weir(shop, "backup", copy.toString()).out())
                .startsWith("✓ Backed up to " + copy + ": project shop-")
                .contains(" as of commit 7, ", "new.\n");

        Called restored = weir(again, "restore", copy.toString());

        assertThat(restored.err()).isEmpty();
        assertThat(restored.out())
                .startsWith("✓ Restored from %s, taken 2026-06-01 12:00:00: project shop-".formatted(copy))
                .contains(" as of commit 7, ");
        assertSame(Map.of());
        assertThat(weir(again, "plan").out()).isEqualTo(weir(shop, "plan").out());
        assertThat(weir(again, "materialize", "dearest", "--force").out()).contains("✓ dearest#2");
    }

    @Test
    void outsideReadersSeeItAsSoonAsItIsBack() throws IOException {
        weir(shop, "backup", copy.toString());

        weir(again, "restore", copy.toString());

        assertThat(new OutsideView(again).catalog())
                .contains("\"sequence\":7,", "\"dearest\":\"dearest/7.json\"", "\"sales\":\"sales/7.json\"");
    }

    @Test
    void itIsBroughtBackThoughItsSourcesDoNotCompile() throws IOException {
        weir(shop, "backup", copy.toString());
        Files.writeString(again.resolve("Shop.java"), "class Shop {");

        Called restored = weir(again, "restore", copy.toString());

        assertThat(restored.status()).isZero();
        assertThat(restored.err()).startsWith("Outside readers see it after the next weir materialize; now it cannot be shown: ");
        Files.writeString(again.resolve("Shop.java"), SHOP);
        assertSame(Map.of());
    }

    @Test
    void takenAgainItCopiesOnlyWhatIsNew() {
        weir(shop, "backup", copy.toString());
        weir(shop, "materialize", "count", "--force");

        assertThat(weir(shop, "backup", copy.toString()).out()).contains(" as of commit 8, ").contains(", 1 of them new.");
        assertThat(filesIn(copy)).filteredOn(name -> name.startsWith("database-")).hasSize(1);

        weir(again, "restore", copy.toString());

        assertSame(Map.of());
    }

    @Test
    void itMovesAProjectFromTheEmbeddedDatabaseToPostgresAndBack() throws Exception {
        Files.writeString(shop.resolve("weir.yaml"), "project: " + Files.readString(shop.resolve(".weir/project")));
        Files.writeString(again.resolve("weir.yaml"), Files.readString(shop.resolve("weir.yaml")));
        weir(shop, "backup", copy.toString());
        try (Postgres postgres = Postgres.start(folder.resolve("postgres"))) {
            Map<String, String> shared = Map.of("WEIR_DATABASE_URL", postgres.url("weir"));
            assertThat(weir(again, shared, "db", "migrate").status()).isZero();

            assertThat(weir(again, shared, "restore", copy.toString()).err()).isEmpty();

            assertSame(shared);
            assertThat(weir(again, shared, "materialize", "dearest", "--force").out()).contains("✓ dearest#2");
            Path back = folder.resolve("back");
            assertThat(weir(again, shared, "backup", back.toString()).status()).isZero();
            Path third = project("third");
            assertThat(weir(third, "restore", back.toString()).err()).isEmpty();
            assertThat(weir(third, "versions", "dearest", "--json").out())
                    .isEqualTo(weir(again, shared, "versions", "dearest", "--json").out());
        }
    }

    @Test
    void whatARunThatWasNotCommittedHasLeftIsNotBroughtBack() throws IOException {
        weir(shop, "backup", copy.toString());
        Path objects = copy.resolve("warehouse/objects");
        Path stray = Files.writeString(objects.resolve("stray.parquet"), "nobody knows of it");

        weir(again, "restore", copy.toString());

        assertThat(stray).exists();
        assertThat(filesIn(again)).doesNotContain("stray.parquet");
    }

    @Test
    void aDamagedFileIsNamedOnTheWayThereAndOnTheWayBack() throws IOException {
        weir(shop, "backup", copy.toString());
        Path object = anObjectIn(copy);
        assertThat(object.toFile().setWritable(true)).isTrue();
        Files.writeString(object, "x", StandardOpenOption.APPEND);

        Called back = weir(again, "restore", copy.toString());

        assertThat(back.status()).isEqualTo(4);
        assertThat(back.err())
                .contains(object + " is damaged: its content has the SHA-256 ")
                .doesNotContain("is missing\n")
                .endsWith("weir: Put what is missing or damaged back from another copy, or remove it and take the backup again where the"
                        + " project still is; then call weir restore again, which goes on.\n");
        Files.delete(object);
        assertThat(weir(project("other"), "restore", copy.toString()).err()).contains(object + " is missing");

        Path source = anObjectIn(shop);
        assertThat(source.toFile().setWritable(true)).isTrue();
        Files.writeString(source, "x", StandardOpenOption.APPEND);
        Called there = weir(shop, "backup", folder.resolve("fresh").toString());

        assertThat(there.status()).isEqualTo(4);
        assertThat(there.err()).contains(source + " is damaged");
    }

    @Test
    void aManifestThatItLacksIsNamed() throws IOException {
        weir(shop, "backup", copy.toString());
        Path manifest = manifestNaming("\"dearest\"");
        Path aside = Files.move(manifest, folder.resolve("aside"));

        Called restored = weir(again, "restore", copy.toString());

        assertThat(restored.status()).isEqualTo(4);
        assertThat(restored.err())
                .containsPattern("weir: the manifest of commit [0-9a-f-]{36}, which made a version of [a-z]+, is missing\n")
                .contains("then call weir restore again, which goes on.\n");
        Files.move(aside, manifest);
        assertThat(weir(again, "restore", copy.toString()).err()).isEmpty();
        assertSame(Map.of());
    }

    private Path manifestNaming(String text) throws IOException {
        try (DirectoryStream<Path> manifests = Files.newDirectoryStream(copy.resolve("warehouse/manifests/confirmed"))) {
            for (Path manifest : manifests) {
                if (Files.readString(manifest).contains(text)) {
                    return manifest;
                }
            }
        }
        throw new AssertionError("No manifest says " + text);
    }

    @Test
    void whereItWasCutShortItGoesOn() throws IOException {
        weir(shop, "backup", copy.toString());
        Path object = anObjectIn(copy);
        Path aside = Files.move(object, folder.resolve("aside"));
        assertThat(weir(again, "restore", copy.toString()).err()).contains(object + " is missing");

        Files.move(aside, object);
        Called restored = weir(again, "restore", copy.toString());

        assertThat(restored.err()).isEmpty();
        assertSame(Map.of());
        assertThat(weir(again, "restore", copy.toString()).err()).contains("knows of runs already");
    }

    @Test
    void whatWasGivenUpMayHaveGoneWhileTheCopyWasTaken() throws IOException {
        Path first = Path.of(weir(shop, "paths", "dearest").out().strip());
        Files.writeString(shop.resolve("Shop.java"), SHOP.replace("limit 1", "limit 2"));
        assertThat(weir(shop, "materialize", "dearest").status()).isZero();
        assertThat(weir(shop, "gc", "--keep", "last 1", "--delete").out()).contains("1 version with 1 file");
        weir(shop, "backup", copy.toString());
        try (Stream<Path> files = Files.walk(copy)) {
            Files.delete(files.filter(file -> file.endsWith(first.getFileName())).findFirst().orElseThrow());
        }

        Called restored = weir(again, "restore", copy.toString());

        assertThat(restored.err()).isEmpty();
        assertThat(weir(again, "versions", "dearest").out()).isEqualTo(weir(shop, "versions", "dearest").out()).contains("collected");
        assertThat(weir(again, "head", "dearest").out()).isEqualTo(weir(shop, "head", "dearest").out());
    }

    @Test
    void whatCannotBeIsSaidBeforeAnythingIsWritten() throws IOException {
        assertThat(weir(again, "backup", copy.toString()).err())
                .isEqualTo("weir: This project has no database yet: there is nothing to back up.\n");
        Files.createDirectories(copy);
        assertThat(weir(again, "restore", copy.toString()).err())
                .isEqualTo("weir: %s is no backup: it has no weir-backup.json. Name the folder that weir backup has written to its end.\n"
                        .formatted(copy));
        Files.writeString(copy.resolve("mine.txt"), "mine");
        assertThat(weir(shop, "backup", copy.toString()).err())
                .isEqualTo("weir: %s is no backup and not empty: name an empty or a new folder.\n".formatted(copy));
        Path good = folder.resolve("good");
        weir(shop, "backup", good.toString());
        assertThat(weir(shop, "restore", good.toString()).err())
                .isEqualTo("weir: This project has a database that knows of runs already: restore into an empty folder, or move its"
                        + " .weir away first.\n");
        Files.writeString(again.resolve("weir.yaml"), "project: other\n");
        assertThat(weir(again, "restore", good.toString()).err())
                .startsWith("weir: Backup %s is of project shop-".formatted(good))
                .contains(", and this is project other: restore it into a folder of its own, or write project: shop-");
        Path rows;
        try (Stream<Path> files = Files.list(good)) {
            rows = files.filter(file -> file.getFileName().toString().startsWith("database-")).findFirst().orElseThrow();
        }
        Files.writeString(rows, "x", StandardOpenOption.APPEND);
        assertThat(weir(project("third"), "restore", good.toString()).err())
                .isEqualTo("weir: Backup %s cannot be read: %s is damaged, its SHA-256 is another. Nothing was restored.\n"
                        .formatted(good, rows.getFileName()));
    }

    // The same words and numbers, but for the folder that they lie in.
    private void assertSame(Map<String, String> variables) {
        for (List<String> look : LOOKS) {
            String[] words = look.toArray(String[]::new);
            assertThat(weir(again, variables, words).out().replace(again.toString(), shop.toString()))
                    .as("weir %s", String.join(" ", look))
                    .isEqualTo(weir(shop, words).out());
        }
    }

    private static Path anObjectIn(Path place) throws IOException {
        try (Stream<Path> files = Files.walk(place)) {
            return files.filter(file -> file.toString().contains("objects/sales") && Files.isRegularFile(file))
                    .sorted()
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static List<String> filesIn(Path place) {
        try (Stream<Path> files = Files.walk(place)) {
            return files.map(file -> file.getFileName().toString()).toList();
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
    }

    private Path project(String name) throws IOException {
        Path project = Files.createDirectories(folder.resolve(name));
        Files.writeString(project.resolve("Shop.java"), SHOP);
        return project;
    }

    private static Called weir(Path project, String... words) {
        return weir(project, Map.of(), words);
    }

    private static Called weir(Path project, Map<String, String> variables, String... words) {
        List<String> all = new java.util.ArrayList<>(List.of(words));
        all.addAll(List.of("-f", "Shop.java"));
        return Called.in(project, variables, all.toArray(String[]::new));
    }
}
