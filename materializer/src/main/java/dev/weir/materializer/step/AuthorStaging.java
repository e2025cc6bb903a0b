package dev.weir.materializer.step;

import dev.weir.assets.Staging;
import dev.weir.assets.Table;
import dev.weir.materializer.value.AuthorTables;
import dev.weir.materializer.value.RowCodecs;
import dev.weir.materializer.value.TableScope;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

/// The folder that a step gives to its author.
record AuthorStaging(Path folder, Supplier<AuthorTables> tables, TableScope scope) implements Staging {

    @Override
    public <R extends Record> Table<R> table(Class<R> rowType, Path... files) {
        AuthorFiles written = new AuthorFiles(folder);
        for (Path file : files) {
            if (!written.isFile(file)) {
                throw new IllegalArgumentException(
                        "%s is a folder: name its Parquet files one by one".formatted(file));
            }
        }
        return tables.get().table(List.of(files), RowCodecs.of(rowType), scope);
    }
}
