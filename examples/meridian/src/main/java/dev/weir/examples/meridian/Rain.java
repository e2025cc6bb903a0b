package dev.weir.examples.meridian;

import java.time.Instant;

/// The weather on the roads in an hour.
///
/// @param rain millimeters
record Rain(Instant hour, double temperature, double rain) {}
