package dev.weir.examples.flights;

/// One airport of the United States.
record Airport(String faa, String name, double lat, double lon, int altitude) {}
