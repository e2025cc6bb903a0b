package dev.weir.checks;

import dev.weir.checks.ColumnUse.Kind;
import java.util.List;
import java.util.Locale;

/// A number that stands for a whole table.
///
/// @param column the column it is made of; empty for the number of rows
public record Metric(Function function, String column) {

    /// How it is made.
    public enum Function {
        ROWS,
        SUM,
        MEAN,
        NULL_RATE
    }

    public Metric {
        RuleValues.require(
                (function == Function.ROWS) == column.isEmpty(),
                function == Function.ROWS
                        ? "The number of rows is of no column: take column \"%s\" away"
                        : "%2$s of what? Say which column with column = …",
                column,
                function);
    }

    /// As a name: `rows`, `mean_delay`.
    public String name() {
        String name = function.name().toLowerCase(Locale.ROOT);
        return column.isEmpty() ? name : name + "_" + column;
    }

    /// As a sentence names it, after *the*.
    public String words() {
        return switch (function) {
            case ROWS -> "number of rows";
            case SUM -> "sum of " + column;
            case MEAN -> "mean of " + column;
            case NULL_RATE -> "share of nulls in " + column;
        };
    }

    List<ColumnUse> columns() {
        return switch (function) {
            case ROWS -> List.of();
            case SUM, MEAN -> List.of(new ColumnUse(column, Kind.NUMBERS));
            case NULL_RATE -> List.of(new ColumnUse(column, Kind.ANYTHING));
        };
    }
}
