package dev.weir.materializer.value;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a query gave, for people and programs to look at.
///
/// @param rows each with a value for each column: null, a Boolean, a Long, a Double, a BigDecimal, or text
/// @param more whether there are rows beyond those asked for
public record QueryAnswer(List<ColumnHead> columns, List<List<@Nullable Object>> rows, boolean more) {

    /// A column of an answer.
    ///
    /// @param type in DuckDB's words
    public record ColumnHead(String name, String type) {}

    /// A value by its column; for an answer whose columns are known.
    ///
    /// @throws IllegalArgumentException if there is no such column
    public @Nullable Object value(int row, String column) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).name().equals(column)) {
                return rows.get(row).get(i);
            }
        }
        throw new IllegalArgumentException("There is no column %s in %s".formatted(column, columns));
    }
}
