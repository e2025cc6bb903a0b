package dev.weir.examples.meridian;

import java.time.Instant;

/// One number about a truck in an hour.
record Feature(String truck, Instant hour, double value) {}
