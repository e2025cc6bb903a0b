package dev.weir.materializer.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ViewProjectorTest {

    private final Path folder;
    private final Path view;
    private final Store store;

    ViewProjectorTest(@TempDir Path folder) {
        this.folder = folder;
        view = folder.resolve("view/main");
        store = new Store(Warehouse.open(folder, "flights"));
    }

    @Test
    void theCatalogNamesAFileForEachAssetThatHasATable() throws IOException {
        store.publish(Store.table("raw/flights", 1, "one", "two"), Store.table("delays", 0, "x"), Store.value("total"));

        long sequence = store.projector().project();

        assertThat(sequence).isEqualTo(3);
        assertThat(view.resolve("_catalog.json"))
                .hasContent(
                        """
                        {"format":1,"environment":"main","sequence":3,"assets":{"delays":"delays/3.json","raw/flights":"raw~flights/3.json"}}
                        """);
        assertThat(view.resolve("raw~flights/3.json"))
                .hasContent(
                        """
                        {"format":1,"asset":"raw/flights","sequence":3,"columns":[{"name":"origin","type":"string","nullable":false},{"name":"delay","type":"double","nullable":true}],"uniform":true,"partitions":[{"partition":"p1","ordinal":1,"version":"raw/flights@p1#1","rows":2,"files":["%s","%s"]}]}
                        """
                                .formatted(
                                        "objects/raw~flights/p1/part-0-%s.parquet".formatted(Groups.digest("one")),
                                        "objects/raw~flights/p1/part-1-%s.parquet".formatted(Groups.digest("two"))));
    }

    @Test
    void onlyWhatChangedIsWrittenAnew() throws IOException {
        ViewProjector projector = store.projector();
        store.publish(Store.table("a", 0, "a1"), Store.table("b", 0, "b1"));
        projector.project();

        store.publish(Store.table("b", 0, "b2"));
        projector.project();

        assertThat(view.resolve("_catalog.json")).content().contains("\"a\":\"a/2.json\",\"b\":\"b/3.json\"");
        assertThat(filesIn("a")).containsExactly("2.json");
        assertThat(filesIn("b")).containsExactly("2.json", "3.json");
    }

    @Test
    void anotherProcessCatchesUpFromTheCatalog() throws IOException {
        store.publish(Store.table("a", 0, "a1"), Store.table("b", 0, "b1"));
        store.projector().project();
        store.publish(Store.table("b", 0, "b2"));

        store.projector().project();

        assertThat(view.resolve("_catalog.json")).content().contains("\"a\":\"a/2.json\",\"b\":\"b/3.json\"");
    }

    @Test
    void anAssetWhoseNewVersionIsNoTableLeavesTheCatalog() throws IOException {
        ViewProjector projector = store.projector();
        projector.project();
        store.publish(Store.table("a", 0, "a1"));
        projector.project();

        Store.noteTo(projector, store.publish(Store.value("a")));
        projector.project();

        assertThat(view.resolve("_catalog.json")).content().contains("\"sequence\":2,\"assets\":{}");
    }

    @Test
    void aDamagedCatalogIsMadeAnew() throws IOException {
        store.publish(Store.table("a", 0, "a1"));
        store.projector().project();
        Files.writeString(view.resolve("_catalog.json"), "{\"format\":1,\"seq");

        store.projector().project();

        assertThat(view.resolve("_catalog.json")).content().contains("\"sequence\":1,\"assets\":{\"a\":\"a/1.json\"}");
    }

    @Test
    void aCatalogOfALaterCommitStays() throws IOException {
        store.publish(Store.table("a", 0, "a1"));
        String later = "{\"format\":1,\"environment\":\"main\",\"sequence\":9,\"assets\":{}}\n";
        Files.createDirectories(view);
        Files.writeString(view.resolve("_catalog.json"), later);

        long sequence = store.projector().project();

        assertThat(sequence).isEqualTo(9);
        assertThat(view.resolve("_catalog.json")).hasContent(later);
    }

    @Test
    void whatIsCommittedWhileTheViewIsMadeIsNotMixedIn() throws IOException {
        store.publish(Store.table("a", 0, "a1"), Store.table("b", 0, "b1"));
        // After the projector has asked for a, and before it asks for b.
        store.beforeCurrentOf("b", () -> store.publish(Store.table("a", 0, "a2"), Store.table("b", 0, "b2")));

        store.projector().project();

        assertThat(view.resolve("a/2.json")).content().contains(Groups.digest("a1").toString());
        assertThat(view.resolve("b/2.json")).content().contains(Groups.digest("b1").toString());
    }

    @Test
    void notedCommitsCostNoQuestionForAssetsWithoutTables() {
        ViewProjector projector = store.projector();
        projector.project();
        Store.noteTo(projector, store.publish(Store.value("total")));
        store.refuseQuestions();

        long sequence = projector.project();

        assertThat(sequence).isEqualTo(1);
    }

    @Test
    void aGapInTheNotesIsMadeUpForByAsking() {
        ViewProjector projector = store.projector();
        projector.project();
        store.publish(Store.table("a", 0, "by another process"));
        Store.noteTo(projector, store.publish(Store.value("total")));

        projector.project();

        assertThat(view.resolve("_catalog.json")).content().contains("\"sequence\":2,\"assets\":{\"a\":\"a/2.json\"}");
    }

    @Test
    void aReplacedFileStaysForADayAndAlwaysBesideItsSuccessor() throws IOException {
        ViewProjector projector = store.projector();
        for (int i = 1; i <= 4; i++) {
            store.publish(Store.table("a", 0, "a" + i));
            projector.project();
        }
        assertThat(filesIn("a")).containsExactly("1.json", "2.json", "3.json", "4.json");
        age("a/2.json", Duration.ofHours(25));
        age("a/3.json", Duration.ofHours(23));

        store.publish(Store.table("a", 0, "a5"));
        projector.project();

        // 1 was replaced 25 hours ago, when 2 was written; 2 was replaced 23 hours ago.
        assertThat(filesIn("a")).containsExactly("2.json", "3.json", "4.json", "5.json");
    }

    @Test
    void aMovedWarehouseGetsItsSqlAnew() throws IOException {
        store.publish(Store.table("a", 0, "a1"));
        store.projector().project();
        Path moved = folder.resolveSibling(folder.getFileName() + "-moved");
        Files.move(folder, moved);

        store.projector(Warehouse.open(moved, "flights")).project();

        assertThat(moved.resolve("view/main/views.sql")).content().contains(moved + "/objects/a/");
        Files.move(moved, folder);
    }

    private void age(String file, Duration age) throws IOException {
        Files.setLastModifiedTime(view.resolve(file), FileTime.from(store.clock().instant().minus(age)));
    }

    private List<String> filesIn(String asset) throws IOException {
        try (Stream<Path> files = Files.list(view.resolve(asset))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
