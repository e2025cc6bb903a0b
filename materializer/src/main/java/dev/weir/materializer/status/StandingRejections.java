package dev.weir.materializer.status;

import dev.weir.assets.AssetKey;
import dev.weir.materializer.plan.Definitions;
import dev.weir.materializer.plan.Force;
import dev.weir.materializer.plan.PlannedAction;
import dev.weir.materializer.plan.RunPlan;
import dev.weir.materializer.plan.RunPlanner;
import dev.weir.materializer.version.AssetPartition;
import dev.weir.materializer.version.EnvironmentName;
import dev.weir.materializer.version.Version;
import dev.weir.materializer.version.VersionStore;
import dev.weir.partitions.PartitionSet;
import dev.weir.partitions.PartitionsDefinition;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// What of one asset counts as rejected, by the plan of just those partitions; [ProjectStatus] says the same of all assets.
public final class StandingRejections {

    private StandingRejections() {}

    /// The rejections that are newer than what is current, but for those where that is up to date again, as what was rejected
    /// was made of something that is not there any more.
    public static List<Version> of(
            Definitions definitions, VersionStore versions, EnvironmentName environment, AssetKey asset, Instant now) {
        List<Version> rejected = versions.standingRejections(environment, asset);
        PartitionsDefinition declared = definitions.graph().asset(asset).partitions();
        PartitionSet looked = PartitionSet.of(rejected.stream()
                .mapToInt(version -> version.target().ordinal())
                .filter(declared::contains));
        if (looked.isEmpty()) {
            return rejected;
        }
        RunPlan plan = new RunPlanner(definitions, versions)
                .just(environment, Map.of(asset, looked), Force.NOTHING, Map.of(), now);
        Set<AssetPartition> outOfDate = plan.steps().stream()
                .filter(step -> !(step.action() instanceof PlannedAction.Check))
                .map(step -> step.target())
                .collect(Collectors.toSet());
        return rejected.stream()
                .filter(version -> !looked.contains(version.target().ordinal()) || outOfDate.contains(version.target()))
                .toList();
    }
}
