package dev.weir.materializer.run;

import dev.weir.assets.graph.AssetGraph;
import dev.weir.materializer.plan.Reason;
import dev.weir.materializer.version.AssetPartition;
import dev.weir.materializer.version.Version;
import dev.weir.partitions.PartitionKey;

/// Writes asset partitions and versions as people type them.
final class Names {

    private final AssetGraph graph;

    Names(AssetGraph graph) {
        this.graph = graph;
    }

    String of(AssetPartition target) {
        PartitionKey key = graph.asset(target.asset()).partitions().keyOf(target.ordinal());
        return key.isUnpartitioned() ? target.asset().toString() : "%s@%s".formatted(target.asset(), key);
    }

    String of(Version version) {
        return "%s#%d".formatted(of(version.target()), version.number());
    }

    String describe(Reason reason) {
        return reason.toString();
    }
}
