package dev.weir.examples.flights;

/// A carrier's code and its name.
record Airline(String carrier, String name) {}
