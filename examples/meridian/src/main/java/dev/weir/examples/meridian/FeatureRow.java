package dev.weir.examples.meridian;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What is known of a truck in an hour, and what it burned.
///
/// @param speed mean, in kilometers an hour
/// @param load tons
/// @param rain millimeters
/// @param fuel liters an hour, which the model predicts
record FeatureRow(
        String truck, Instant hour, @Nullable Double speed, @Nullable Double load, @Nullable Double rain, double fuel) {}
