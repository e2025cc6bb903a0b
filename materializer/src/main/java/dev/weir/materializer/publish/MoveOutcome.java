package dev.weir.materializer.publish;

import dev.weir.materializer.version.AssetPartition;
import java.util.Set;

/// What became of a changeset. An exception from the store is none of these: the same changeset is then offered again.
public sealed interface MoveOutcome {

    /// All pointers have moved, durably.
    ///
    /// @param firstSequence the sequence number of the first move; the others follow
    record Moved(long firstSequence) implements MoveOutcome {}

    /// Nothing has moved.
    ///
    /// @param changed where something else is current than was when it was decided
    /// @param atWork what a running run has claimed and not ended
    /// @param collected where the version to go back to was given up meanwhile
    record Refused(Set<AssetPartition> changed, Set<AssetPartition> atWork, Set<AssetPartition> collected)
            implements MoveOutcome {
        public Refused {
            changed = Set.copyOf(changed);
            atWork = Set.copyOf(atWork);
            collected = Set.copyOf(collected);
        }
    }
}
