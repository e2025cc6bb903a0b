package dev.weir.metadata;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Where the numbers of a store stand, which is known when its row is locked, and stays so until it is let go.
///
/// @param sequence the newest publication or move
/// @param recorded the newest result of a step
record Numbers(long sequence, long recorded) {

    /// For what has its numbers already.
    static final Numbers NONE = new Numbers(0, 0);

    /// A column of numbers that count on from there.
    interface Later {
        @Nullable Long[] after(Numbers numbers);
    }

    /// @param column the first one is 1; null stays null
    static Later sequences(@Nullable Long[] column) {
        return numbers -> counted(numbers.sequence, column);
    }

    /// @param column the first one is 1
    static Later recorded(Long[] column) {
        return numbers -> counted(numbers.recorded, column);
    }

    private static @Nullable Long[] counted(long base, @Nullable Long[] column) {
        @Nullable Long[] counted = new Long[column.length];
        Arrays.setAll(counted, row -> column[row] == null ? null : (Long) (base + column[row]));
        return counted;
    }
}
