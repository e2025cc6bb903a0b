package dev.weir.materializer.step;

import dev.weir.assets.AssetKey;
import dev.weir.assets.graph.AssetGraph;
import dev.weir.materializer.plan.Definitions;
import dev.weir.materializer.version.AssetPartition;
import dev.weir.materializer.version.CurrentVersion;
import dev.weir.materializer.version.EnvironmentName;
import dev.weir.materializer.version.VersionStore;
import dev.weir.partitions.PartitionSet;
import dev.weir.partitions.PartitionsDefinition;
import dev.weir.partitions.mapping.PartitionMapping;
import java.util.List;
import java.util.Optional;

/// What a check reads besides the version it is about.
final class CheckInputs {

    private CheckInputs() {}

    /// The current versions of another asset that belong to the partition that is checked, as is declared or the
    /// calendars suggest.
    static List<CurrentVersion> current(
            Definitions definitions,
            VersionStore versions,
            EnvironmentName environment,
            AssetPartition checked,
            AssetKey other,
            Optional<PartitionMapping> declared) {
        AssetGraph graph = definitions.graph();
        PartitionsDefinition own = graph.asset(checked.asset()).partitions();
        PartitionsDefinition others = graph.asset(other).partitions();
        PartitionMapping mapping = declared
                .or(() -> PartitionMapping.derive(own, others))
                .orElseThrow(() -> new IllegalStateException("%s does not line up with %s".formatted(other, checked)));
        PartitionSet partitions = mapping.upstreamOf(checked.ordinal(), own, others);
        List<CurrentVersion> current = versions.current(environment, other, Optional.of(partitions));
        return mapping instanceof PartitionMapping.Last && !current.isEmpty()
                ? List.of(current.getLast())
                : current;
    }
}
