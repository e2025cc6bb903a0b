/// The nightly pipeline of an invented freight fleet: telemetry, features, a model that a Python script trains, and a gate
/// before it is deployed. All data are synthetic and the same on every machine.
///
/// Start at [FleetAssets]; [Fleet] stands for the outside world.
@NullMarked
package dev.weir.examples.meridian;

import org.jspecify.annotations.NullMarked;
