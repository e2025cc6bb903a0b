package dev.weir.materializer.diff;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How the rows of two tables differ, in the columns that both have.
public sealed interface RowDiff {

    /// How many rows only the later table has, by key or as a whole.
    long added();

    /// How many only the earlier one has.
    long removed();

    /// How many are equal in both.
    long same();

    /// A few of the rows that differ.
    List<Example> examples();

    /// Rows told apart by a key.
    ///
    /// @param changed how many have their key in both and differ elsewhere
    /// @param changedColumns in how many of them a column differs; without those in which none does
    record ByKey(
            List<String> key,
            long added,
            long removed,
            long changed,
            long same,
            Map<String, Long> changedColumns,
            List<Example> examples)
            implements RowDiff {
        public ByKey {
            key = List.copyOf(key);
            changedColumns = new LinkedHashMap<>(changedColumns);
            examples = List.copyOf(examples);
        }
    }

    /// Rows that nothing tells apart but all their values: a row that changed was removed, and another added.
    record AsAWhole(long added, long removed, long same, List<Example> examples) implements RowDiff {
        public AsAWhole {
            examples = List.copyOf(examples);
        }
    }

    /// What became of a row.
    enum Fate {
        ADDED,
        REMOVED,
        CHANGED
    }

    /// A row that differs.
    ///
    /// @param key its key; all of it where there is none
    /// @param values the columns that differ, if it changed
    record Example(Fate fate, Map<String, @Nullable Object> key, Map<String, Values> values) {}

    /// A value before and after.
    record Values(@Nullable Object before, @Nullable Object after) {}

    default boolean isEmpty() {
        return switch (this) {
            case ByKey keyed -> keyed.added == 0 && keyed.removed == 0 && keyed.changed == 0;
            case AsAWhole whole -> whole.added == 0 && whole.removed == 0;
        };
    }
}
