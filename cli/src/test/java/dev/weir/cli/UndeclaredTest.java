package dev.weir.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An asset was published, and is declared no more: what it has made is still there, and in nobody's way.
class UndeclaredTest {

    private static final String BOTH = """
            record Row(int id) {}

            @Daily(start = "2026-01-01", end = "2026-02-01", zone = "UTC") @interface Day {}

            class Shop {
                @Asset static List<Row> kept() { return List.of(new Row(1)); }
                @Asset static List<Row> removed() { return List.of(new Row(2)); }
                @Asset @Day static List<Row> removedDaily() { return List.of(new Row(3)); }
            }
            """;
    private static final String ONE = BOTH.lines()
            .filter(line -> !line.contains(" removed"))
            .reduce("", (lines, line) -> lines + line + "\n");

    @TempDir
    private Path folder;

    private Path shop;

    @BeforeEach
    void publishAndRemove() throws IOException {
        shop = Files.createDirectory(folder.resolve("shop"));
        Files.writeString(shop.resolve("Shop.java"), BOTH);
        assertThat(weir(shop, "materialize", "--partition", "2026-01-05").out()).contains("3 published");
        Files.writeString(shop.resolve("Shop.java"), ONE);
    }

    @Test
    void theDoctorFindsNothingWrong() {
        assertThat(weir(shop, "doctor").out()).contains("All is right");
    }

    @Test
    void outsideReadersFindItAfterTheDatabaseWasLost() throws IOException {
        deleteAll(shop.resolve(".weir/db"));

        Called rebuilt = weir(shop, "doctor", "--rebuild");

        assertThat(rebuilt.err()).isEmpty();
        assertThat(rebuilt.status()).isZero();
        assertThat(catalogOf(shop)).contains("kept", "removed", "removed_daily");
    }

    @Test
    void aProjectThatHasItIsBroughtBack() throws IOException {
        Path copy = folder.resolve("copy");
        Path again = Files.createDirectory(folder.resolve("again"));
        Files.writeString(again.resolve("Shop.java"), ONE);
        weir(shop, "backup", copy.toString());

        Called restored = weir(again, "restore", copy.toString());

        assertThat(restored.err()).isEmpty();
        assertThat(restored.status()).isZero();
        assertThat(catalogOf(again)).contains("kept", "removed", "removed_daily");
    }

    @Test
    void whoNamesItIsToldThatItIsKept() {
        String kept = "weir: Asset %s is not declared any more. What was published of it is kept: declare it again to look at"
                + " it, or name it in @Renamed of the asset that it has become.\n";

        for (String command : List.of("show", "versions", "lineage", "why", "head", "paths", "partitions")) {
            Called called = weir(shop, command, command.equals("partitions") ? "removed" : "removed#1");

            assertThat(called.err()).as(command).isEqualTo(kept.formatted("removed"));
            assertThat(called.status()).isEqualTo(2);
        }
        assertThat(weir(shop, "versions", "removed_daily@2026-01-05").err()).isEqualTo(kept.formatted("removed_daily"));
        assertThat(weir(shop, "versions", "remove").err()).isEqualTo("weir: Asset remove is not declared. `weir list` shows all assets.\n");
    }

    private static String catalogOf(Path project) throws IOException {
        return Files.readString(project.resolve(".weir/warehouse/view/main/_catalog.json"));
    }

    private static void deleteAll(Path path) throws IOException {
        try (Stream<Path> files = Files.walk(path)) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static Called weir(Path project, String... words) {
        return Called.in(
                project,
                Stream.concat(Arrays.stream(words), Stream.of("-f", "Shop.java")).toArray(String[]::new));
    }
}
