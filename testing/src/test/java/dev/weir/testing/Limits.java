package dev.weir.testing;

import dev.weir.assets.Default;

/// @param largest orders of more are left out
record Limits(@Default("1000") int largest) {}
