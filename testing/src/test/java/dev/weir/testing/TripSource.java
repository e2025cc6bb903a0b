package dev.weir.testing;

import java.util.ArrayList;
import java.util.List;

/// Where rides come from, and who asked for what.
class TripSource {

    List<Trip> trips = List.of(
            new Trip(1, "Oslo", "mon"), new Trip(2, "Bergen", "mon"), new Trip(3, "Oslo", "tue"));

    final List<String> calls = new ArrayList<>();

    RuntimeException failure;

    void called(String what) {
        calls.add(what);
        if (failure != null) {
            throw failure;
        }
    }
}
