package dev.weir.materializer.plan;

import dev.weir.assets.AssetKey;
import dev.weir.materializer.version.EnvironmentName;
import java.util.List;
import java.util.SortedMap;

/// What would be done, or is being done: the same object is shown and executed.
///
/// @param asOf the commit sequence number of the store when the plan was made
/// @param steps upstream before downstream; partitions that are up to date have none
/// @param reused how many selected partitions of an asset are up to date
/// @param notes one sentence each on what the request did not reach, such as an asset whose partitions are coarser
public record RunPlan(
        EnvironmentName environment,
        long asOf,
        List<PlannedStep> steps,
        SortedMap<AssetKey, Integer> reused,
        List<String> notes) {
    public RunPlan {
        steps = List.copyOf(steps);
        notes = List.copyOf(notes);
    }
}
