package dev.weir.assets.spec;

import dev.weir.assets.AssetKey;
import dev.weir.partitions.mapping.PartitionMapping;
import java.util.Optional;

/// An edge of the graph: what a downstream reads, or only waits for.
///
/// @param input the parameter that reads it; empty for an `after`
public record Dependency(AssetKey upstream, Optional<InputSpec> input, PartitionMapping mapping) {}
