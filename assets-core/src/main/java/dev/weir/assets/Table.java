package dev.weir.assets;

import dev.weir.assets.schema.Schema;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Rows of a record type `R`, wherever they are: published Parquet files, the result of a query, a list in a test.
/// `Table<?>` is a table whose columns are known only when it is read.
///
/// A table is a handle. Reading it twice gives the same rows, because what it stands on never changes. Threads may share
/// it; a stream of its rows belongs to one thread and is to be closed.
public interface Table<R> {

    /// The columns, in order.
    Schema schema();

    /// The rows, in the order they were written. Close the stream; an asset's method may leave that to Weir.
    ///
    /// @throws IllegalStateException if the table has no record type, as `Table<?>` may not
    Stream<R> rows();

    /// All rows at once.
    default List<R> toList() {
        try (Stream<R> rows = rows()) {
            return rows.toList();
        }
    }

    /// How many rows there are.
    long count();

    /// How many different values a column has; null counts as none.
    ///
    /// @throws IllegalArgumentException if there is no such column; the message names the ones there are
    long countDistinct(String column);

    /// The first value of a one-row, one-column query over this table, which the query calls `this`:
    /// `table.value("select max(dep_delay) from this", Double.class)`.
    ///
    /// @return nothing if the value is null or there is no row
    <T> Optional<T> value(String sql, Class<T> type);

    /// The same table in another form, such as an Arrow reader; which forms there are depends on what the project has.
    ///
    /// @throws IllegalArgumentException if nothing here can give that form
    <T> T as(Class<T> form);

    /// The same table under a name for [Sql#query], where no parameter names it.
    Table<R> as(String name);

    /// A table of these rows, as in a test.
    @SafeVarargs
    @SuppressWarnings("varargs")
    static <R extends Record> Table<R> of(Class<R> rowType, R... rows) {
        return of(rowType, List.of(rows));
    }

    /// A table of these rows.
    static <R extends Record> Table<R> of(Class<R> rowType, List<R> rows) {
        return TableEngine.current().tableOf(rowType, rows);
    }
}
