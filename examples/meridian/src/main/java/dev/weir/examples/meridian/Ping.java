package dev.weir.examples.meridian;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Where a truck was and how fast, every five minutes.
///
/// @param fuel liters an hour; null where the sensor was silent
record Ping(String truck, Instant sentAt, double lat, double lon, double speed, @Nullable Double fuel) {}
