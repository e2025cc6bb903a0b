package dev.weir.examples.flights;

import dev.weir.assets.Default;

/// What counts as a delay.
///
/// @param outlier delays of so many minutes and more are left out of means
record Thresholds(@Default("1440") int outlier) {}
