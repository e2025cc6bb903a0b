package dev.weir.materializer.version;

import java.time.Instant;
import java.util.Optional;

/// A line beside the publish log: from this commit on, readers saw another version that was there before.
///
/// @param version empty if they saw nothing
public record PointerMove(long sequence, AssetPartition target, Optional<VersionId> version, Instant at) {}
