package dev.weir.materializer.history;

import dev.weir.materializer.version.VersionId;
import java.util.Comparator;

/// What is left of a version that was collected.
///
/// @param recorded its place among all results of the store
public record Trace(VersionId id, long recorded) {

    /// Whoever read a version was recorded after it.
    public static final Comparator<Trace> NEWEST_FIRST =
            Comparator.comparingLong(Trace::recorded).reversed();
}
