package dev.weir.materializer.columns;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/// The columns that one column is made of.
record Sources(SortedMap<SourceColumn, Transformation> columns) {

    static final Sources NONE = new Sources(Collections.emptySortedMap());

    static Sources of(SourceColumn column) {
        return new Sources(new TreeMap<>(Map.of(column, Transformation.IDENTITY)));
    }

    static Sources all(Collection<Sources> parts) {
        return parts.stream().reduce(NONE, Sources::and);
    }

    Sources and(Sources other) {
        if (columns.isEmpty() || other.columns.isEmpty()) {
            return columns.isEmpty() ? other : this;
        }
        SortedMap<SourceColumn, Transformation> both = new TreeMap<>(columns);
        other.columns.forEach((column, how) -> both.merge(column, how, Transformation::then));
        return new Sources(both);
    }

    Sources through(Transformation next) {
        SortedMap<SourceColumn, Transformation> changed = new TreeMap<>();
        columns.forEach((column, how) -> changed.put(column, how.then(next)));
        return new Sources(changed);
    }

    /// Two results on top of each other, column by column.
    static List<Sources> stacked(List<Sources> above, List<Sources> below) {
        if (above.size() != below.size()) {
            throw new NotFollowedException("its parts have %d and %d columns".formatted(above.size(), below.size()));
        }
        return IntStream.range(0, above.size())
                .mapToObj(i -> above.get(i).and(below.get(i)))
                .toList();
    }
}
