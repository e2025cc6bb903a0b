package dev.weir.materializer.step;

import dev.weir.materializer.value.TableFile;
import dev.weir.materializer.value.TableScope;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Writes the rows of views into files, for programs that read nothing else. They are gone with the attempt.
///
/// @param folder of the attempt
record ViewRows(Path folder) {

    /// The rows of a view as a file of Parquet.
    Path written(TableFile view) {
        try (TableScope scope = new TableScope()) {
            Path own = Files.createTempDirectory(folder, "view");
            return Tables.writer()
                    .write(Tables.reader().files(List.of(view), view.schema(), scope), own)
                    .file();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
