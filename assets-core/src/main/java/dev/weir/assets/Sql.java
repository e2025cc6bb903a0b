package dev.weir.assets;

import java.util.List;

/// Queries over tables, run by DuckDB from Parquet to Parquet without passing through the Java heap.
public final class Sql {

    private Sql() {}

    /// A table that is the result of a query. Nothing runs before the table is read or returned from an asset.
    ///
    /// The tables the query reads are given as arguments, in any order, and are called in it by the name of the
    /// parameter that brought them (`rawFlights` is `raw_flights`) or by the name given with [Table#as(String)]. All
    /// other arguments fill the question marks, in order. The result is cast to the components of `rowType`, by name;
    /// a value that does not fit fails.
    ///
    /// @throws IllegalArgumentException when read, if the query is wrong or its columns do not fit `rowType`
    public static <R extends Record> Table<R> query(Class<R> rowType, String sql, Object... tablesAndParameters) {
        for (int i = 0; i < tablesAndParameters.length; i++) {
            if (tablesAndParameters[i] == null) {
                throw new IllegalArgumentException(
                        "Argument %d of the query for %s is null; write null into the query itself"
                                .formatted(i + 1, rowType.getSimpleName()));
            }
        }
        return TableEngine.current().query(rowType, sql, List.of(tablesAndParameters));
    }
}
