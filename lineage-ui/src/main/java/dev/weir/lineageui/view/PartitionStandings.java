package dev.weir.lineageui.view;

import dev.weir.assets.AssetKey;
import dev.weir.assets.graph.AssetGraph;
import dev.weir.partitions.PartitionSet;
import dev.weir.partitions.PartitionsDefinition;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// How every partition of some assets stands. Each is in one set only: where several are true of it, the one that matters
/// most counts.
///
/// @param sets for each asset those sets that are not empty
public record PartitionStandings(Map<AssetKey, Map<AssetStanding, PartitionSet>> sets) {
    // What matters more comes first.
    private static final List<AssetStanding> ORDER = List.of(
            AssetStanding.RUNNING,
            AssetStanding.FAILED,
            AssetStanding.REJECTED,
            AssetStanding.TAINTED,
            AssetStanding.STALE,
            AssetStanding.FRESH,
            AssetStanding.SKIPPED,
            AssetStanding.MISSING,
            AssetStanding.UNKNOWN);

    public PartitionStandings {
        sets = Map.copyOf(sets);
    }

    /// @param found what is true of partitions, by standing; a partition may be in several
    public static PartitionStandings of(Map<AssetStanding, Map<AssetKey, PartitionSet>> found, Collection<AssetKey> assets) {
        Map<AssetKey, Map<AssetStanding, PartitionSet>> sets = new HashMap<>();
        for (AssetKey asset : assets) {
            Map<AssetStanding, PartitionSet> ofAsset = new EnumMap<>(AssetStanding.class);
            PartitionSet told = PartitionSet.EMPTY;
            for (AssetStanding standing : ORDER) {
                PartitionSet all = found.getOrDefault(standing, Map.of()).getOrDefault(asset, PartitionSet.EMPTY);
                PartitionSet rest = all.minus(told);
                told = told.union(rest);
                if (!rest.isEmpty()) {
                    ofAsset.put(standing, rest);
                }
            }
            sets.put(asset, ofAsset);
        }
        return new PartitionStandings(sets);
    }

    /// All partitions of some assets that are complete by now. Assets that are divided alike have the same.
    public static Map<AssetKey, PartitionSet> complete(AssetGraph graph, Collection<AssetKey> assets, Instant now) {
        Map<PartitionsDefinition, PartitionSet> alike = new HashMap<>();
        Map<AssetKey, PartitionSet> complete = new HashMap<>();
        assets.forEach(asset -> complete.put(
                asset, alike.computeIfAbsent(graph.asset(asset).partitions(), definition -> definition.all(now))));
        return complete;
    }

    public Map<AssetStanding, PartitionSet> of(AssetKey asset) {
        return sets.getOrDefault(asset, Map.of());
    }
}
