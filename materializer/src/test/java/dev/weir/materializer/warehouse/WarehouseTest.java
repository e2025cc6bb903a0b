package dev.weir.materializer.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.assets.problem.ProblemCode;
import dev.weir.assets.problem.WeirException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WarehouseTest {

    private final Path folder;

    WarehouseTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void aMissingFolderBecomesAWarehouse() throws IOException {
        Path root = folder.resolve("deep/warehouse");

        Warehouse.open(root, "flights");

        assertThat(root.resolve("weir-warehouse.json"))
                .hasContent("{\"format\":1,\"project\":\"flights\"}");
        try (var entries = Files.list(root)) {
            assertThat(entries.filter(Files::isDirectory).map(Path::getFileName).map(Path::toString))
                    .containsExactlyInAnyOrder("objects", "staging", "manifests", "view");
        }
    }

    @Test
    void aWarehouseIsOpenedAgainByItsProject() {
        Warehouse.open(folder, "flights");

        assertThat(Warehouse.open(folder, "flights").root()).isEqualTo(folder.toAbsolutePath());
    }

    @Test
    void anotherProjectsWarehouseIsRefused() {
        Warehouse.open(folder, "flights");

        assertThatThrownBy(() -> Warehouse.open(folder, "trains"))
                .hasMessage(
                        "Warehouse %s belongs to project flights, not to trains: name another folder as the warehouse, or open project flights"
                                .formatted(folder))
                .asInstanceOf(InstanceOfAssertFactories.type(WeirException.class))
                .satisfies(problem -> assertThat(problem.problems().getFirst().code())
                        .isEqualTo(ProblemCode.FOREIGN_PROJECT));
    }

    @Test
    void aNewerWarehouseIsRefused() throws IOException {
        Files.writeString(folder.resolve("weir-warehouse.json"), "{\"format\":2,\"project\":\"flights\",\"new\":[1]}");

        assertThatThrownBy(() -> Warehouse.open(folder, "flights"))
                .hasMessage("Warehouse %s has format 2 and this Weir knows 1: update Weir".formatted(folder));
    }

    @Test
    void aFolderOfOtherThingsIsNotTakenForAWarehouse() throws IOException {
        Files.writeString(folder.resolve("photo.jpg"), "");

        assertThatThrownBy(() -> Warehouse.open(folder, "flights"))
                .hasMessage(
                        "Folder %s is not a Weir warehouse and not empty (it holds photo.jpg): name an empty or a new folder"
                                .formatted(folder));
        assertThat(folder.resolve("weir-warehouse.json")).doesNotExist();
    }

    /// The second one comes before each operation of the first.
    @Test
    void twoProcessesMayMakeAWarehouseAtOnce() {
        int operations = 0;
        for (int before = 0; before == operations; before++) {
            SimulatedDisk disk = new SimulatedDisk(InstantSource.fixed(Groups.NOON));
            Meanwhile first = new Meanwhile(before, () -> disk.open(new Meanwhile(-1, () -> {}), DiskFlaw.NONE));

            disk.open(first, DiskFlaw.NONE);
            disk.open(new Meanwhile(-1, () -> {}), DiskFlaw.NONE);

            assertThat(disk.filesBelow("")).containsExactly("weir-warehouse.json");
            assertThat(disk.content("weir-warehouse.json"))
                    .hasValueSatisfying(content -> assertThat(content).contains("\"simulation\""));
            operations += first.operations > before ? 1 : 0;
        }

        assertThat(operations).isGreaterThan(15);
    }

    /// A process during whose n-th operation something else happens, unless that has to wait for this one.
    private static final class Meanwhile implements SimulatedDisk.Process {

        private static final class MustWait extends RuntimeException {}

        private final int before;
        private final Runnable event;
        private int operations;

        Meanwhile(int before, Runnable event) {
            this.before = before;
            this.event = event;
        }

        @Override
        public void before(String operation, Path file) {
            if (operations++ == before) {
                try {
                    event.run();
                } catch (MustWait later) {
                    // It is let in when this one has let go.
                }
            }
        }

        @Override
        public void await(List<Runnable> wakers) {
            throw new MustWait();
        }
    }

    @Test
    void aDamagedProjectFileIsSaidToBeOne() throws IOException {
        Files.writeString(folder.resolve("weir-warehouse.json"), "");

        assertThatThrownBy(() -> Warehouse.open(folder, "flights"))
                .hasMessage(
                        "%s is damaged: restore it from a copy, or write {\"format\":1,\"project\":\"flights\"} into it if the folder is this project's"
                                .formatted(folder.resolve("weir-warehouse.json")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"../x", "objects/../../x", "/etc/passwd", "", "objects/.."})
    void noPathLeadsOutOfTheWarehouse(String path) {
        Warehouse warehouse = Warehouse.open(folder, "flights");

        assertThatThrownBy(() -> warehouse.resolve(path))
                .hasMessage("'%s' is not a path below warehouse %s: whatever names it was not written by Weir"
                        .formatted(path, folder));
    }
}
