package dev.weir.materializer.profile;

import dev.weir.assets.schema.Column;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How a table is filled.
public record TableProfile(long rows, List<Filled> columns) {

    public TableProfile {
        columns = List.copyOf(columns);
    }

    /// How one column is.
    ///
    /// @param bins of numbers and times, in order; none where there is nothing to put into them
    /// @param top the most frequent values of texts and the like, the most frequent first
    public record Filled(Column column, long nulls, Distinct distinct, Extent extent, List<Bin> bins, List<Top> top) {
        public Filled {
            bins = List.copyOf(bins);
            top = List.copyOf(top);
        }
    }

    /// How many different values there are; null counts as none.
    public record Distinct(long count, Accuracy accuracy) {}

    /// Whether a number was counted.
    public enum Accuracy {
        EXACT,
        /// Off by a few percent.
        ESTIMATED
    }

    /// Between what the values lie.
    ///
    /// @param min null where there is no value, or where values have no order to speak of
    public record Extent(@Nullable Object min, @Nullable Object max) {}

    /// How many values lie somewhere.
    ///
    /// @param from the least that belongs to it
    /// @param to the first that does not, except that the last bin has its own
    public record Bin(Object from, Object to, long count) {}

    /// How often a value stands.
    public record Top(Object value, long count) {}
}
