package dev.weir.materializer.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A copy that is taken while others collect what is copied.
class WarehouseCopyTest {

    @TempDir
    private Path folder;

    @Test
    void foldersThatGoWhileItIsTakenAreNotMissed() throws IOException {
        Warehouse warehouse = Warehouse.open(folder.resolve("warehouse"), "shop");
        Path first = object(warehouse, "orders/1/a");
        Path second = object(warehouse, "orders/2/b");
        WarehouseCopy copy = new WarehouseCopy(folder.resolve("copy"), _ -> removeOtherThanTheCopied(first, second));

        WarehouseCopy.Copied copied = copy.take(warehouse);

        assertThat(copied.newFiles()).isEqualTo(1);
        assertThat(List.of(first, second)).filteredOn(Files::exists).hasSize(1);
    }

    private static Path object(Warehouse warehouse, String name) throws IOException {
        Path object = warehouse.objectsFolder().resolve(name);
        Files.createDirectories(object.getParent());
        return Files.writeString(object, name);
    }

    // Which comes first, the file system decides.
    private void removeOtherThanTheCopied(Path first, Path second) {
        Path copied = folder.resolve("copy/objects/orders/1/a");
        Path other = Files.exists(copied) ? second : first;
        try {
            Files.delete(other);
            Files.delete(other.getParent());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
