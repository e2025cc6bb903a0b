package dev.weir.materializer.version;

import java.time.Instant;

/// One line of the publish log: from this commit on, readers of the environment saw this version.
///
/// @param run that made the version
public record Publication(
        long sequence, EnvironmentName environment, AssetPartition target, VersionId version, RunId run, Instant at) {}
