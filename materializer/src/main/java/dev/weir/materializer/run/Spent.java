package dev.weir.materializer.run;

import java.time.Duration;

/// What one computation of an asset has taken of time and of disk.
public record Spent(Duration took, long bytes) {

    /// Of how many computations, the last of an asset, the next one is estimated.
    public static final int LOOKED_AT = 5;
}
