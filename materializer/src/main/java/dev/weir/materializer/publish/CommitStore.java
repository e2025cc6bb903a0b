package dev.weir.materializer.publish;

import dev.weir.materializer.version.AssetPartition;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Claims and commits: where a result becomes visible, or does not. Threads may share it.
public interface CommitStore {

    /// Claims the partitions for a run, in one durable transaction: each gets the next epoch, which fences every older
    /// claim. Claims come back in the order of the targets.
    ///
    /// @throws RunLostException if the run is not this owner's any more; nothing was claimed
    List<Claim> claim(RunLease lease, List<AssetPartition> targets);

    /// Commits a group: all of it durably, or nothing. For each published version the pointer moves, the publish log
    /// grows and the step is recorded; all under one guard for the run and one for each partition's epoch. Committing
    /// the same id again answers as the first time. A step of a run ends once: a group that holds one which has ended is
    /// refused with an exception.
    CommitOutcome commit(CommitGroup group);

    /// What the commit of a group answered, if it was committed. For a group of a run that has ended this is the last
    /// word: no commit of such a run can follow.
    Optional<CommitOutcome.Committed> committed(UUID group);

    /// Whether a group of this id was committed.
    default boolean isCommitted(UUID group) {
        return committed(group).isPresent();
    }
}
