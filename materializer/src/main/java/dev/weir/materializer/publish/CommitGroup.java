package dev.weir.materializer.publish;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// Step results that are committed in one transaction, each after those it depends on.
///
/// @param id the idempotency key: committing a group twice has the effect of once
public record CommitGroup(UUID id, RunLease lease, Instant at, List<StepResult> results) {
    public CommitGroup {
        results = List.copyOf(results);
    }
}
