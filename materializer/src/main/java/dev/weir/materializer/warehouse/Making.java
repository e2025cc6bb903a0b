package dev.weir.materializer.warehouse;

import java.time.Duration;

/// What a manifest says of how a version was made, beside what the version says of itself.
///
/// @param took how long the attempt took that made it; zero if nobody wrote that down
/// @param reason why it was in the plan; empty if nobody wrote that down
public record Making(Duration took, String reason) {

    public static final Making UNKNOWN = new Making(Duration.ZERO, "");
}
