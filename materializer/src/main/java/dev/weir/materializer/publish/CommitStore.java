package dev.weir.materializer.publish;

import dev.weir.assets.AssetKey;
import dev.weir.materializer.version.AssetPartition;
import dev.weir.materializer.version.EnvironmentName;
import dev.weir.materializer.version.RunId;
import dev.weir.partitions.PartitionSet;
import java.time.Duration;
import java.time.Instant;
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

    /// Claims the partitions for a queued run, as [#claim] does, all of them in one transaction: or none, if another run is at
    /// one of them. Who waits has claimed nothing, so that nobody waits for who waits for him.
    ///
    /// @param startWithin how much time the run has to start, from the end of this on
    /// @throws RunLostException if the run is not queued any more, or was not heard of for too long; nothing was claimed
    Turn turn(RunId run, EnvironmentName environment, List<AssetPartition> targets, Duration startWithin);

    /// The run that [#turn] would let this one wait for.
    Optional<Rival> rival(RunId run, EnvironmentName environment, List<AssetPartition> targets);

    /// Commits a group: all of it durably, or nothing. For each published version the pointer moves, the publish log
    /// grows and the step is recorded; all under one guard for the run and one for each partition's epoch. Committing
    /// the same id again answers as the first time. A step of a run ends once: a group that holds one which has ended is
    /// refused with an exception.
    CommitOutcome commit(CommitGroup group);

    /// Moves pointers to versions that are there: all of them durably, or none. Each takes a number of the sequence of the
    /// publications, and is held from then on. Moving the same id again answers as the first time.
    MoveOutcome move(Changeset changeset);

    /// Lets what is held be computed again, durably.
    ///
    /// @param partitions of which partitions; of all that are held if empty
    /// @param id of what is recorded
    /// @return those that were held
    PartitionSet release(
            UUID id, EnvironmentName environment, AssetKey asset, Optional<PartitionSet> partitions, Instant at);

    /// What the commit of a group, or the move of a changeset, answered if it happened. For a group of a run that has
    /// ended, and for a changeset whose process is gone, this is the last word: nothing of it can follow.
    Optional<CommitOutcome.Committed> committed(UUID group);

    /// Whether a group of this id was committed.
    default boolean isCommitted(UUID group) {
        return committed(group).isPresent();
    }
}
