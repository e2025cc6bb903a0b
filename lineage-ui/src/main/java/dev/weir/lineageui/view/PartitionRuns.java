package dev.weir.lineageui.view;

import dev.weir.lineageui.json.JsonObject;
import dev.weir.partitions.PartitionSet;
import dev.weir.partitions.PartitionsDefinition;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/// The partitions of one asset, as ranges of those that stand alike: where each begins, how many it has, and how they stand.
public final class PartitionRuns {

    private PartitionRuns() {}

    private record Range(int first, int count, AssetStanding standing) {}

    /// `{first: […], count: […], status: […]}`, ascending. Partitions of a calendar are counted from 1970, keys of a list from
    /// its first.
    public static JsonObject json(PartitionsDefinition definition, Map<AssetStanding, PartitionSet> sets) {
        List<Range> ranges = new ArrayList<>();
        sets.forEach((standing, set) -> placed(definition, set)
                .stretches()
                .forEach(those -> ranges.add(new Range(those.first(), those.last() - those.first() + 1, standing))));
        ranges.sort(Comparator.comparingInt(Range::first));
        return new JsonObject()
                .with("first", ranges, Range::first)
                .with("count", ranges, Range::count)
                .with("status", ranges, range -> range.standing().number());
    }

    // What is left of a key that is no longer declared has no place.
    private static PartitionSet placed(PartitionsDefinition definition, PartitionSet set) {
        if (!(definition instanceof PartitionsDefinition.Static list)) {
            return set;
        }
        int[] places = new int[list.keys().size()];
        int found = 0;
        for (int place = 0; place < places.length; place++) {
            if (set.contains(list.ordinalOf(list.keys().get(place)))) {
                places[found++] = place;
            }
        }
        return PartitionSet.of(Arrays.copyOf(places, found));
    }
}
