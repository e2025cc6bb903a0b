package dev.weir.materializer.version;

import dev.weir.assets.AssetKey;
import dev.weir.partitions.PartitionSet;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// One partition of one asset: the grain at which Weir plans, computes, checks and publishes.
///
/// @param ordinal the partition's ordinal; 0 if the asset is not partitioned
public record AssetPartition(AssetKey asset, int ordinal) implements Comparable<AssetPartition> {

    /// The partitions of each asset among them, in a map of the caller's own.
    public static SortedMap<AssetKey, PartitionSet> byAsset(Stream<AssetPartition> targets) {
        Map<AssetKey, IntStream.Builder> ordinals = new HashMap<>();
        targets.forEach(target -> ordinals.computeIfAbsent(target.asset, _ -> IntStream.builder()).add(target.ordinal));
        SortedMap<AssetKey, PartitionSet> sets = new TreeMap<>();
        ordinals.forEach((asset, each) -> sets.put(asset, PartitionSet.of(each.build())));
        return sets;
    }

    /// Whether it is one of these.
    public static boolean isAmong(AssetPartition target, Map<AssetKey, PartitionSet> some) {
        return some.getOrDefault(target.asset, PartitionSet.EMPTY).contains(target.ordinal);
    }

    @Override
    public int compareTo(AssetPartition other) {
        int byAsset = asset.compareTo(other.asset);
        return byAsset != 0 ? byAsset : Integer.compare(ordinal, other.ordinal);
    }
}
