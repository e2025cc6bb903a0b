package dev.weir.examples.flights;

import org.jspecify.annotations.Nullable;

/// One aircraft of the register.
record Plane(String tailnum, @Nullable Integer year, String manufacturer, String model, int engines, int seats) {}
