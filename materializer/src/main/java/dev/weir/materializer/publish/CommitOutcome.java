package dev.weir.materializer.publish;

import dev.weir.materializer.version.AssetPartition;
import java.util.Set;

/// What became of a commit group. An exception from the store is none of these: the outcome is then unknown, and the
/// same group is committed again; nothing may be cleaned up before it is known.
public sealed interface CommitOutcome {

    /// Everything in the group is durable.
    ///
    /// @param firstSequence the sequence number of the group's first publication; the others follow
    record Committed(long firstSequence) implements CommitOutcome {}

    /// Nothing of the group was recorded, because these partitions have been claimed by another run since.
    record Fenced(Set<AssetPartition> targets) implements CommitOutcome {
        public Fenced {
            targets = Set.copyOf(targets);
        }
    }

    /// Nothing of the group was recorded, because the run is no longer this owner's: its lease ended, or it was
    /// cancelled.
    record RunLost() implements CommitOutcome {}
}
