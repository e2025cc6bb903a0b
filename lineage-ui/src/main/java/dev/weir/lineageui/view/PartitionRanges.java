package dev.weir.lineageui.view;

import dev.weir.lineageui.json.JsonObject;
import dev.weir.partitions.PartitionSet;
import dev.weir.partitions.PartitionSet.Stretch;
import dev.weir.partitions.PartitionsDefinition;
import java.util.List;

/// Sets of partitions as the ranges they consist of.
public final class PartitionRanges {

    private PartitionRanges() {}

    // Keys of a list have no neighbors: each is a range of its own, in the order of the list.
    private static List<Stretch> of(PartitionsDefinition definition, PartitionSet set) {
        if (!(definition instanceof PartitionsDefinition.Static keys)) {
            return set.stretches();
        }
        return keys.inOrder(set).stream()
                .map(ordinal -> new Stretch(ordinal, ordinal))
                .toList();
    }

    /// As they are typed, such as `2013-01-01..2013-01-14`, at most so many.
    public static List<String> texts(PartitionsDefinition definition, PartitionSet set, int limit) {
        if (definition instanceof PartitionsDefinition.Unpartitioned) {
            return List.of();
        }
        return of(definition, set).stream()
                .limit(limit)
                .map(range -> range.first() == range.last()
                        ? definition.keyOf(range.first()).toString()
                        : definition.keyOf(range.first()) + ".." + definition.keyOf(range.last()))
                .toList();
    }

    /// `{count, ranges: [{first, last, count}]}` by key.
    public static JsonObject json(PartitionsDefinition definition, PartitionSet set) {
        return new JsonObject()
                .with("count", set.size())
                .with(
                        "ranges",
                        of(definition, set),
                        range -> new JsonObject()
                                .with("first", definition.keyOf(range.first()))
                                .with("last", definition.keyOf(range.last()))
                                .with("count", range.last() - range.first() + 1));
    }
}
