package dev.weir.testing;

import dev.weir.assets.problem.ProblemCode;
import dev.weir.assets.problem.WeirException;
import dev.weir.assets.spec.AssetSpec;
import dev.weir.materializer.version.AssetPartition;
import dev.weir.partitions.PartitionChoice;
import dev.weir.partitions.PartitionRequest;
import dev.weir.partitions.PartitionSet;
import dev.weir.partitions.PartitionsDefinition;
import java.time.Instant;
import java.util.Arrays;

/// Some partitions of one asset, as a test names them.
record Target(AssetSpec asset, PartitionSet partitions) {

    /// @throws WeirException if there is no such asset or partition, or partitions do not fit the asset
    static Target parse(Loaded loaded, String name, Instant now, String... partitions) {
        AssetSpec asset = loaded.asset(name);
        boolean isPartitioned = !(asset.partitions() instanceof PartitionsDefinition.Unpartitioned);
        if (isPartitioned && partitions.length == 0) {
            throw new WeirException(
                    ProblemCode.UNKNOWN_PARTITION,
                    "%s is partitioned: name a partition after it".formatted(asset.key()));
        }
        if (!isPartitioned) {
            if (partitions.length > 0) {
                throw new WeirException(
                        ProblemCode.UNKNOWN_PARTITION,
                        "%s is not partitioned: leave out '%s'".formatted(asset.key(), partitions[0]));
            }
            return new Target(asset, PartitionSet.of(0));
        }
        PartitionChoice choice = PartitionChoice.of(
                Arrays.stream(partitions)
                        .map(PartitionRequest::parse)
                        .map(request -> request.asKeyOf(asset.partitions()))
                        .toList(),
                asset.partitions(),
                now);
        if (!choice.refusals().isEmpty()) {
            throw new WeirException(
                    ProblemCode.UNKNOWN_PARTITION,
                    "%s: %s".formatted(asset.key(), choice.refusals().getFirst().message()));
        }
        return new Target(asset, choice.partitions());
    }

    /// The one partition that is named.
    ///
    /// @throws WeirException if there are several
    AssetPartition one() {
        if (partitions.size() != 1) {
            throw new WeirException(
                    ProblemCode.UNKNOWN_PARTITION,
                    "%s: name one partition, not %d".formatted(asset.key(), partitions.size()));
        }
        return new AssetPartition(asset.key(), partitions.first());
    }
}
