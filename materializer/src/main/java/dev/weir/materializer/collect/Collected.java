package dev.weir.materializer.collect;

import dev.weir.materializer.version.VersionId;
import java.time.Instant;
import java.util.Optional;

/// That a version was given up.
///
/// @param at since when nothing may lean on it any more
/// @param removedAt since when its files are gone; empty while they may be there
public record Collected(VersionId version, Instant at, Optional<Instant> removedAt) {}
