package dev.weir.examples.meridian;

/// What a truck was sent to do on a day.
///
/// @param load tons
record Trip(String truck, String origin, String destination, double load) {}
