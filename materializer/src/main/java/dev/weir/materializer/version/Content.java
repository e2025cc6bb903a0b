package dev.weir.materializer.version;

import dev.weir.assets.schema.Schema;
import java.util.List;

/// What a version holds.
public sealed interface Content {

    /// Nothing but the fact that it was computed.
    record Nothing() implements Content {}

    /// A small value.
    ///
    /// @param text the value as JSON
    record Json(String text) implements Content {}

    /// A table in files.
    record TableFiles(Schema schema, List<DataFile> files) implements Content {
        public TableFiles {
            files = List.copyOf(files);
        }
    }

    /// The files of the version, if it has any.
    default List<DataFile> dataFiles() {
        return this instanceof TableFiles table ? table.files() : List.of();
    }

    default long rows() {
        return dataFiles().stream().mapToLong(DataFile::rows).sum();
    }

    default long bytes() {
        return dataFiles().stream().mapToLong(DataFile::bytes).sum();
    }
}
