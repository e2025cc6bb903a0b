package dev.weir.examples.flights;

import org.jspecify.annotations.Nullable;

/// How one carrier did at one airport on one day.
///
/// @param flights those that departed
/// @param meanDelay minutes; negative is early
/// @param meanVisibility miles, over the flights whose hour has a weather report
record Delay(String origin, String carrier, long flights, double meanDelay, @Nullable Double meanVisibility) {}
