package dev.weir.checks;

import dev.weir.assets.spec.Parameter;
import java.util.List;

/// What a check asserts.
public sealed interface CheckRule {

    /// No row has null in the column.
    record NotNullColumn(String column) implements CheckRule {}

    /// No two rows agree in all of the columns.
    record UniqueColumns(List<String> columns) implements CheckRule {
        public UniqueColumns {
            columns = List.copyOf(columns);
        }
    }

    /// Every value of the column that is not null lies between the bounds, both included. NaN lies nowhere.
    record ColumnRange(String column, double min, double max) implements CheckRule {}

    /// The number of rows lies between the bounds, both included.
    record RowCountRange(long min, long max) implements CheckRule {}

    /// A method of a class says so.
    ///
    /// @param number the number with which the module of the declaring class calls it
    record CustomMethod(String declaringClass, String method, int number, List<Parameter> parameters)
            implements CheckRule {
        public CustomMethod {
            parameters = List.copyOf(parameters);
        }
    }
}
