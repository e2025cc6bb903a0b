package dev.weir.testing;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/// A clock that stands still until it is set. Threads may share it.
final class TestClock implements InstantSource {

    private volatile Instant moment = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    void set(Instant other) {
        moment = other;
    }

    @Override
    public Instant instant() {
        return moment;
    }
}
