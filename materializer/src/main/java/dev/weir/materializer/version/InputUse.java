package dev.weir.materializer.version;

import dev.weir.assets.AssetKey;
import dev.weir.assets.digest.Digest;
import dev.weir.partitions.PartitionSet;

/// What a version read, or waited for. Always exact: which versions those were can be told at any later time.
public sealed interface InputUse {

    AssetKey asset();

    /// One version of one partition.
    record Exact(AssetKey asset, int ordinal, VersionId version) implements InputUse {}

    /// Many partitions at once: for each, the version that was current when the store had committed `asOf`.
    ///
    /// @param asOf the commit sequence number up to which publications counted
    /// @param combined over the partitions and their data digests, in order
    record Many(AssetKey asset, PartitionSet partitions, long asOf, Digest combined) implements InputUse {}
}
