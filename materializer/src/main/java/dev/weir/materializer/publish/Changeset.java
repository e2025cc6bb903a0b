package dev.weir.materializer.publish;

import dev.weir.materializer.version.EnvironmentName;
import dev.weir.materializer.version.RunId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Pointers that go back together in one transaction, and are held there: what they point to counts as up to date until
/// it is released, or something newer is published.
///
/// @param id the idempotency key: moving a changeset twice has the effect of once
/// @param reason why, as somebody wrote it; may be empty
/// @param undoes the run whose publications are taken back, if it is about a run
/// @param moves one for each partition, at least one
public record Changeset(
        UUID id, EnvironmentName environment, Instant at, String reason, Optional<RunId> undoes, List<Move> moves) {

    public Changeset {
        moves = List.copyOf(moves);
        if (moves.isEmpty()) {
            throw new IllegalArgumentException("A changeset moves at least one pointer");
        }
        if (moves.stream().map(Move::target).distinct().count() < moves.size()) {
            throw new IllegalArgumentException("A changeset moves each pointer once");
        }
    }
}
