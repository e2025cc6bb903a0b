package dev.weir.materializer.version;

import dev.weir.assets.AssetKey;

/// One partition of one asset: the grain at which Weir plans, computes, checks and publishes.
///
/// @param ordinal the partition's ordinal; 0 if the asset is not partitioned
public record AssetPartition(AssetKey asset, int ordinal) implements Comparable<AssetPartition> {

    @Override
    public int compareTo(AssetPartition other) {
        int byAsset = asset.compareTo(other.asset);
        return byAsset != 0 ? byAsset : Integer.compare(ordinal, other.ordinal);
    }
}
