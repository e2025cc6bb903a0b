package dev.weir.materializer.version;

import dev.weir.assets.AssetKey;
import dev.weir.checks.Verdict;
import dev.weir.partitions.PartitionSet;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// Reads what has been published and rejected. Answers come from state, never from purgeable history; a call sees one
/// moment. Threads may share it.
public interface VersionStore {

    /// The commit sequence number of the newest commit; 0 before the first.
    long sequence();

    /// The current versions of an asset, by ascending ordinal. All partitions if `partitions` is empty.
    List<CurrentVersion> current(EnvironmentName environment, AssetKey asset, Optional<PartitionSet> partitions);

    /// Everything that is current, in order of asset and ordinal.
    List<CurrentVersion> current(EnvironmentName environment);

    /// The rejected versions that stand: newer than what is current, by ascending ordinal.
    List<Version> standingRejections(EnvironmentName environment, AssetKey asset);

    Optional<Version> find(VersionId id);

    /// Those of the ids that exist, in no particular order.
    List<Version> findAll(Collection<VersionId> ids);

    Optional<Version> find(AssetPartition target, long number);

    /// All versions of an asset partition, newest first.
    List<Version> versionsOf(AssetPartition target);

    /// The verdicts on a version, by name of the check; of a check that has changed since, the newest last.
    List<Verdict> verdictsOf(VersionId id);

    /// What was current for each of the partitions when the store had committed `asOf`, by ascending ordinal.
    List<Publication> currentAsOf(EnvironmentName environment, AssetKey asset, PartitionSet partitions, long asOf);

    /// The versions that read a version, directly, oldest first; also through [InputUse.Many].
    List<Version> readersOf(VersionId id);

    /// The publications after a commit, in order; what projections catch up with.
    List<Publication> publishedAfter(EnvironmentName environment, long sequence, int limit);
}
