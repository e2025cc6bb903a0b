package dev.weir.examples.flights;

import org.jspecify.annotations.Nullable;

/// What one aircraft did on one day.
///
/// @param model null if the aircraft is in no register
/// @param minutesLate the sum of its departure delays, early ones not subtracted
record AircraftDay(String tailnum, @Nullable String model, int departures, int minutesLate, int miles) {}
