package dev.weir.materializer.collect;

import dev.weir.materializer.version.AssetPartition;
import dev.weir.materializer.version.VersionId;
import dev.weir.materializer.version.VersionState;
import java.time.Instant;

/// A version that is not what readers see.
///
/// @param recorded its place among all results of the store
/// @param newer how many published versions of its partition are newer
/// @param isTagged whether its author wants it kept
public record Past(
        VersionId id,
        AssetPartition target,
        long number,
        VersionState state,
        long recorded,
        Instant madeAt,
        int newer,
        boolean isTagged) {}
