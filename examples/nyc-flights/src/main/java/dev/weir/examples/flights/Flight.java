package dev.weir.examples.flights;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One flight, as reported.
///
/// @param schedDepTime local time as a number: 515 is 5:15
/// @param depDelay minutes; negative is early; null if it never departed
/// @param tailnum the aircraft; null if none was reported
/// @param timeHour the scheduled hour of departure
record Flight(
        int schedDepTime,
        @Nullable Integer depTime,
        @Nullable Integer depDelay,
        int schedArrTime,
        @Nullable Integer arrTime,
        @Nullable Integer arrDelay,
        String carrier,
        int flight,
        @Nullable String tailnum,
        String origin,
        String dest,
        @Nullable Integer airTime,
        int distance,
        Instant timeHour) {}
