package dev.weir.materializer.run;

import dev.weir.materializer.version.AssetPartition;
import java.time.Duration;

/// An attempt under way.
///
/// @param attempt from 1
/// @param lasting for how long so far
public record AtWork(AssetPartition target, int attempt, Duration lasting) {}
