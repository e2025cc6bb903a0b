package dev.weir.testing;

/// One ride.
record Trip(int id, String city, String day) {}
