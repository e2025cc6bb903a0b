package dev.weir.materializer.history;

import dev.weir.materializer.version.VersionId;
import java.time.Instant;
import java.util.Optional;

/// A version as far as forgetting it is concerned.
///
/// @param recorded its place among all results of the store
/// @param standing what became of it
/// @param over since when its run has ended, if its files are gone
public record Looked(VersionId id, int ordinal, long recorded, Standing standing, Optional<Instant> over) {

    /// What became of a version.
    public enum Standing {
        PUBLISHED,
        REJECTED,
        /// It had been published, and was collected.
        COLLECTED,
        /// It had been rejected, and was collected.
        REJECTED_AND_COLLECTED
    }
}
