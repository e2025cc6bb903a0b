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
}
