package dev.weir.materializer.plan;

import dev.weir.materializer.version.AssetPartition;
import java.util.List;

/// One asset partition in a plan.
///
/// @param inputs in the order of the asset's dependencies in the graph
public record PlannedStep(AssetPartition target, PlannedAction action, List<PlannedInput> inputs) {
    public PlannedStep {
        inputs = List.copyOf(inputs);
    }
}
