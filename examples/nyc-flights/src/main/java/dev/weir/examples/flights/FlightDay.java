package dev.weir.examples.flights;

import dev.weir.partitions.Daily;

/// One partition for each local day of 2013.
@Daily(start = "2013-01-01", end = "2014-01-01", zone = "America/New_York")
@interface FlightDay {}
