package dev.weir.testing;

/// One order of a customer.
record Order(String customer, int amount) {}
