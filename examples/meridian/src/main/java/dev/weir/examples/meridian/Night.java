package dev.weir.examples.meridian;

import dev.weir.partitions.Daily;

/// One partition a day from 2024 on.
@Daily(start = "2024-01-01", end = "2024-02-01", zone = "UTC")
@interface Night {}
