package dev.weir.materializer.value;

import dev.weir.assets.AssetKey;
import dev.weir.assets.digest.Digest;
import dev.weir.assets.schema.Schema;
import dev.weir.partitions.PartitionKey;
import java.nio.file.Path;

/// One immutable Parquet file of a version, and what was recorded of it when it was written.
///
/// @param schema what it was written with
/// @param asset whose data it holds
/// @param partition which part of it
public record TableFile(
        Path path, Schema schema, long rows, long bytes, Digest sha256, AssetKey asset, PartitionKey partition) {

    /// The partition of the asset, as people write it.
    String owner() {
        return partition.isUnpartitioned() ? asset.toString() : asset + "@" + partition;
    }

    /// The command that writes it anew.
    String remedy() {
        String which = partition.isUnpartitioned() ? "" : " --partition " + partition;
        return "weir materialize " + asset + which + " --force";
    }
}
