package dev.weir.materializer.diff;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// How a column of one table is filled.
///
/// @param distinct how many different values there are; null counts as none
/// @param min null where there is no value, or where values have no order to speak of
/// @param mean of numbers
public record ColumnProfile(
        String column,
        long nulls,
        long distinct,
        @Nullable Object min,
        @Nullable Object max,
        @Nullable Object mean) {

    /// Whether nothing of it differs from another.
    public boolean isAs(ColumnProfile other) {
        return nulls == other.nulls
                && distinct == other.distinct
                && Objects.equals(min, other.min)
                && Objects.equals(max, other.max)
                && Objects.equals(mean, other.mean);
    }
}
