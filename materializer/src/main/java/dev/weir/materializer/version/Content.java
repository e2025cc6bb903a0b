package dev.weir.materializer.version;

import dev.weir.assets.schema.Schema;
import java.util.ArrayList;
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
    ///
    /// @param quarantined the files of rows that were put aside, which no reader of the table sees
    record TableFiles(Schema schema, List<DataFile> files, List<DataFile> quarantined) implements Content {
        public TableFiles {
            files = List.copyOf(files);
            quarantined = List.copyOf(quarantined);
        }

        /// Of all its files, as they are written down.
        public TableFiles(Schema schema, List<DataFile> all) {
            this(
                    schema,
                    all.stream().filter(file -> !file.isQuarantined()).toList(),
                    all.stream().filter(DataFile::isQuarantined).toList());
        }

        /// With those that were put aside.
        public List<DataFile> allFiles() {
            if (quarantined.isEmpty()) {
                return files;
            }
            List<DataFile> all = new ArrayList<>(files);
            all.addAll(quarantined);
            return all;
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

    /// The files of the version, if it has any, with those of rows that were put aside.
    default List<DataFile> dataFiles() {
        return switch (this) {
            case TableFiles table -> table.allFiles();
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

    /// The files that readers see.
    default List<DataFile> readFiles() {
        return this instanceof TableFiles table ? table.files() : dataFiles();
    }

    /// The files of rows that were put aside.
    default List<DataFile> quarantinedFiles() {
        return this instanceof TableFiles table ? table.quarantined() : List.of();
    }

    default long rows() {
        return readFiles().stream().mapToLong(DataFile::rows).sum();
    }

    default long bytes() {
        return readFiles().stream().mapToLong(DataFile::bytes).sum();
    }
}
