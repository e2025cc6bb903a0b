package dev.weir.materializer.step;

import dev.weir.assets.Table;
import dev.weir.assets.generated.RowCodec;
import dev.weir.materializer.plan.Reason;
import dev.weir.materializer.value.RowOrder;
import dev.weir.materializer.value.StagedFiles;
import dev.weir.materializer.value.TableScope;
import dev.weir.materializer.version.Importation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Existing Parquet files in place of what an asset's method would give. They are copied into the staging folder first:
/// what is checked is what is published, whoever writes to the originals meanwhile.
record ImportedFiles(Reason.Imported imported, RowCodec<?> codec, AttemptStaging staging, TableScope scope) {

    Made make() throws IOException {
        Path folder = staging.ofAuthor().folder();
        List<Path> copies = new ArrayList<>();
        for (Path file : imported.files()) {
            copies.add(Files.copy(file, folder.resolve("part-%d.parquet".formatted(copies.size()))));
        }
        Table<?> table = Tables.files().table(copies, codec, scope);
        StagedFiles written = Tables.files()
                .asWritten(table, staging.folder().folder())
                .orElseThrow(() -> new IllegalStateException("Imported files are no table of files"));
        Staged staged = staging.keep(written);
        return new Made(
                staged.content(),
                staged.data(),
                RowOrder.DOES_NOT_COUNT,
                new Made.Said(Importation.metadata(imported.from()), Map.of(), Optional.empty()),
                List.of());
    }
}
