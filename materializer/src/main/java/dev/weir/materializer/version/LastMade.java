package dev.weir.materializer.version;

import java.time.Duration;
import java.time.Instant;

/// What made the version of an asset that became current last.
///
/// @param at when it was there
/// @param took how long the attempt took
public record LastMade(Instant at, Duration took) {}
