package dev.weir.examples.flights;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The weather at one airport in one hour, in the units it was reported in: degrees Fahrenheit, miles an hour, inches,
/// millibars, miles.
record Weather(
        String origin,
        Instant timeHour,
        @Nullable Double temp,
        @Nullable Double humid,
        @Nullable Double windSpeed,
        @Nullable Double precip,
        @Nullable Double pressure,
        double visib) {}
