package dev.weir.materializer.collect;

import dev.weir.materializer.version.AssetPartition;
import dev.weir.materializer.version.Version;
import dev.weir.materializer.version.VersionId;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/// The files of versions that were given up.
public interface CondemnedFiles {

    /// Removes durably what no other version needs. Doing it again does no more.
    ///
    /// @param condemned long enough ago that nobody reads them
    /// @param withFiles the versions of some partitions whose files were not removed
    Removed remove(List<Condemned> condemned, Function<Collection<AssetPartition>, List<Version>> withFiles);

    /// What was done.
    ///
    /// @param versions of which nothing is left; the others are for the next time
    /// @param files how many were removed
    record Removed(List<VersionId> versions, int files) {
        public Removed {
            versions = List.copyOf(versions);
        }
    }
}
