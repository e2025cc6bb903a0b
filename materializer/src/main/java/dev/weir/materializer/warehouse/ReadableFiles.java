package dev.weir.materializer.warehouse;

import dev.weir.assets.AssetKey;
import dev.weir.assets.schema.Schema;
import dev.weir.materializer.value.TableFile;
import dev.weir.materializer.version.DataFile;
import dev.weir.materializer.version.VersionId;
import dev.weir.partitions.PartitionKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Makes the files of versions readable as tables: those of a view with its query and the files that it reads. Threads may
/// share it.
public final class ReadableFiles {

    private final Places places;

    /// Says where the file of a version can be read now.
    @FunctionalInterface
    public interface Places {
        Path of(DataFile file, VersionId version);
    }

    public ReadableFiles(Places places) {
        this.places = places;
    }

    /// @param schema what the file was written with
    public TableFile of(Schema schema, DataFile file, VersionId version, AssetKey asset, PartitionKey partition) {
        Path path = places.of(file, version);
        Optional<TableFile.Query> query = file.isView() ? Optional.of(query(path)) : Optional.empty();
        return new TableFile(path, schema, file.rows(), file.bytes(), file.sha256(), asset, partition, query);
    }

    /// The query that a file says.
    TableFile.Query query(Path path) {
        try {
            ViewDefinition view = ViewDefinition.parse(Files.readAllBytes(path));
            return new TableFile.Query(
                    view.select(), view.tables().stream().map(this::named).toList());
        } catch (IOException | IllegalArgumentException damaged) {
            throw new UncheckedIOException(
                    "%s is no definition of a view: %s".formatted(path, damaged.getMessage()),
                    damaged instanceof IOException unreadable ? unreadable : new IOException(damaged));
        }
    }

    private TableFile.Named named(ViewDefinition.Source table) {
        List<TableFile> files = table.parts().stream()
                .map(part -> of(part.schema(), part.file(), part.version(), part.asset(), part.partition()))
                .toList();
        return new TableFile.Named(table.name(), table.schema(), files);
    }
}
