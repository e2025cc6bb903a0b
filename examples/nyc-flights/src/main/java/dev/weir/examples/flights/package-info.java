/// A pipeline over real data: flights out of New York City in 2013, the weather they flew in, and what became late.
///
/// Start at [FlightAssets]; the monthly report is in [Reports]. [FlightArchive] stands for the outside world.
@NullMarked
package dev.weir.examples.flights;

import org.jspecify.annotations.NullMarked;
