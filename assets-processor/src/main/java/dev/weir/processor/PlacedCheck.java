package dev.weir.processor;

import dev.weir.checks.CheckSpec;

/// A check, and where it is written.
record PlacedCheck(CheckSpec check, Place place) {}
