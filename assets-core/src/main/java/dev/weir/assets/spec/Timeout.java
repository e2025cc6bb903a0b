package dev.weir.assets.spec;

import java.time.Duration;

/// How long one attempt may take.
public sealed interface Timeout {

    /// As long as it likes.
    record None() implements Timeout {}

    /// At most so long.
    record Of(Duration limit) implements Timeout {}
}
