package dev.weir.materializer.step;

import dev.weir.assets.Table;
import dev.weir.assets.generated.RowCodec;
import dev.weir.assets.schema.Column;
import dev.weir.materializer.value.TableScope;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/// Parquet files of a command as a table of a record. They are kept as they are where their columns are just the record's;
/// other types and further columns, as many libraries write them, are cast as the result of a query is.
final class CommandTable {

    private CommandTable() {}

    /// @throws IllegalArgumentException if they cannot become rows of the record
    static Table<?> of(List<Path> files, RowCodec<?> rows, TableScope scope) {
        try {
            return Tables.files().table(files, rows, scope);
        } catch (IllegalArgumentException others) {
            return Tables.reader().query(rows, cast(files, rows), List.of(), scope);
        }
    }

    private static String cast(List<Path> files, RowCodec<?> rows) {
        return "select %s from read_parquet([%s], union_by_name = true)"
                .formatted(
                        rows.schema().columns().stream()
                                .map(Column::name)
                                .map(name -> '"' + name.replace("\"", "\"\"") + '"')
                                .collect(Collectors.joining(", ")),
                        files.stream()
                                .map(file -> "'" + file.toString().replace("'", "''") + "'")
                                .collect(Collectors.joining(", ")));
    }
}
