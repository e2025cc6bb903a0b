package dev.weir.materializer.plan;

import dev.weir.assets.spec.Dependency;
import dev.weir.partitions.PartitionSet;

/// What a step reads along one edge: which partitions of the upstream, all of which exist or are computed by the same
/// plan. Which versions those are is decided when the step starts: what the plan computed, else what was current.
public record PlannedInput(Dependency dependency, PartitionSet partitions) {}
