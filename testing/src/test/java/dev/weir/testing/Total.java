package dev.weir.testing;

/// What a customer ordered on one day.
record Total(String customer, long amount) {}
