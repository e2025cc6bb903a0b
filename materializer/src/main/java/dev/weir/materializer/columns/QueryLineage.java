package dev.weir.materializer.columns;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/// What the columns of a query are made of.
///
/// @param <C> names a column of an input
/// @param columns in the order of the result
/// @param rows the columns that decide which rows there are, of the result or of what it is put together from
/// @param notFollowed why it is not known; the rest is empty then
public record QueryLineage<C extends Comparable<C>>(
        List<MadeColumn<C>> columns, SortedMap<C, Set<Influence>> rows, Optional<String> notFollowed) {

    public QueryLineage {
        columns = List.copyOf(columns);
        rows = Collections.unmodifiableSortedMap(rows);
    }

    /// A column of the result.
    ///
    /// @param from what it is made of; a constant of nothing
    public record MadeColumn<C>(String name, Map<C, Transformation> from) {}

    static <C extends Comparable<C>> QueryLineage<C> notFollowed(String why) {
        return new QueryLineage<>(List.of(), new TreeMap<C, Set<Influence>>(), Optional.of(why));
    }

    /// The same with other names for the inputs.
    <D extends Comparable<D>> QueryLineage<D> named(Function<C, D> name) {
        List<MadeColumn<D>> renamed = new ArrayList<>();
        for (MadeColumn<C> column : columns) {
            SortedMap<D, Transformation> from = new TreeMap<>();
            column.from().forEach((source, how) -> from.merge(name.apply(source), how, Transformation::then));
            renamed.add(new MadeColumn<>(column.name(), Collections.unmodifiableSortedMap(from)));
        }
        SortedMap<D, Set<Influence>> decisive = new TreeMap<>();
        rows.forEach((source, how) -> decisive.put(name.apply(source), how));
        return new QueryLineage<>(renamed, decisive, notFollowed);
    }
}
