package dev.weir.materializer.plan;

import dev.weir.assets.graph.AssetSelection;
import dev.weir.materializer.version.EnvironmentName;
import dev.weir.partitions.PartitionRequest;
import java.time.Instant;
import java.util.List;

/// What somebody asks for.
///
/// @param partitions which partitions; without any, all that are complete
/// @param now decides which partitions are complete
public record RunRequest(
        EnvironmentName environment,
        AssetSelection selection,
        List<PartitionRequest> partitions,
        Upstreams upstreams,
        Force force,
        Instant now) {

    public RunRequest {
        partitions = List.copyOf(partitions);
    }

    /// All that is missing or stale of the selection, with what it needs.
    public static RunRequest of(EnvironmentName environment, AssetSelection selection, Instant now) {
        return new RunRequest(environment, selection, List.of(), Upstreams.INCLUDED, Force.NOTHING, now);
    }

    public RunRequest partitions(List<PartitionRequest> others) {
        return new RunRequest(environment, selection, others, upstreams, force, now);
    }

    /// The same, as it would have been understood then.
    public RunRequest asOf(Instant then) {
        return new RunRequest(environment, selection, partitions, upstreams, force, then);
    }

    public RunRequest with(Upstreams other) {
        return new RunRequest(environment, selection, partitions, other, force, now);
    }

    public RunRequest with(Force other) {
        return new RunRequest(environment, selection, partitions, upstreams, other, now);
    }
}
