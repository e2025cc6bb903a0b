package dev.weir.assets.spec;

import dev.weir.assets.AssetKey;
import dev.weir.partitions.mapping.PartitionMapping;
import java.util.Optional;

/// An edge of the graph: what a downstream reads, or only waits for.
///
/// @param input the parameter that reads it; empty for an `after`
public record Dependency(AssetKey upstream, Optional<InputSpec> input, PartitionMapping mapping) {

    /// That an asset reads itself, as it was before. No edge of the graph.
    public static Dependency onItself(AssetKey asset, InputSpec input) {
        return new Dependency(asset, Optional.of(input), new PartitionMapping.Previous());
    }

    /// Whether other data in the upstream makes the downstream stale: not where it is only waited for, and never
    /// through the asset itself.
    public boolean makesStale() {
        return input.isPresent() && !(mapping instanceof PartitionMapping.Previous);
    }

    /// Whether the downstream does without the upstream where a condition skipped that.
    public boolean isBranch() {
        return makesStale()
                && input.filter(read -> read.wrapping() == Wrapping.OPTIONAL || read.isPattern())
                        .isPresent();
    }
}
