package dev.weir.examples.flights;

/// A carrier's month.
record CarrierMonth(String carrier, String name, long flights, double meanDelay) {}
