package dev.weir.materializer.collect;

import dev.weir.assets.AssetKey;
import dev.weir.materializer.version.AssetPartition;
import dev.weir.materializer.version.Version;
import dev.weir.materializer.version.VersionId;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

/// Remembers which versions were given up. A version is condemned in one transaction with the look at all that speaks for
/// it, and nothing leans on it from then on: a pointer cannot move to it, and no run that may have read it is under way.
/// Threads may share it.
public interface CollectionStore {

    /// The versions of an asset that nobody sees and that were not condemned, by no particular order of the partitions.
    ///
    /// @param wanted is asked of each; only those are kept in memory
    List<Past> past(AssetKey asset, Predicate<Past> wanted);

    /// What [#condemn] would answer.
    ///
    /// @param newestFirst by the order in which they were recorded
    /// @param asIfCondemned what is to count as condemned already
    Judgement judge(List<VersionId> newestFirst, Set<VersionId> asIfCondemned);

    /// Condemns those of the versions that nothing speaks for, durably and all at once. Of those it kept it says why. What is
    /// condemned already, or not there, is in neither answer.
    ///
    /// @param newestFirst by the order in which they were recorded
    Judgement condemn(List<VersionId> newestFirst);

    /// Versions that were condemned at least so long ago by the clock of the store, and whose files may be there; the oldest
    /// condemnation first.
    List<Condemned> due(Duration grace, int limit);

    /// How many versions are condemned whose files may be there.
    int waiting();

    /// The versions of these partitions whose files were not removed: whatever they name is there.
    List<Version> withFiles(Collection<AssetPartition> partitions);

    /// Notes durably that their files are gone.
    void removed(Collection<VersionId> versions);

    /// What is known of those among the versions that were given up, in no particular order.
    List<Collected> collected(Collection<VersionId> versions);

    /// Keeps a version for a reader, for so long by the clock of the store.
    ///
    /// @return false if it is condemned, or not there: then it is not kept
    boolean pin(Pin pin, Duration length);

    /// Lets go of it.
    void unpin(UUID pin);
}
