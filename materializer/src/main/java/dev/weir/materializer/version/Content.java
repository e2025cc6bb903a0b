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

    /// One file, whatever it holds.
    record OneFile(DataFile file) implements Content {}

    /// A folder of files.
    ///
    /// @param path below the root of the warehouse; those of the files begin with it
    record Folder(String path, List<DataFile> files) implements Content {
        public Folder {
            files = List.copyOf(files);
        }
    }

    /// The files of the version, if it has any.
    default List<DataFile> dataFiles() {
        return switch (this) {
            case TableFiles table -> table.files();
            case OneFile(DataFile file) -> List.of(file);
            case Folder folder -> folder.files();
            case Nothing _, Json _ -> List.of();
        };
    }

    /// Whether it lies in files, be they none.
    default boolean isInFiles() {
        return switch (this) {
            case TableFiles _, OneFile _, Folder _ -> true;
            case Nothing _, Json _ -> false;
        };
    }

    default long rows() {
        return dataFiles().stream().mapToLong(DataFile::rows).sum();
    }

    default long bytes() {
        return dataFiles().stream().mapToLong(DataFile::bytes).sum();
    }
}
