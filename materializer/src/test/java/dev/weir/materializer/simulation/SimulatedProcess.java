package dev.weir.materializer.simulation;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/// One life of a process: from its start until it ends or is killed.
final class SimulatedProcess {

    private final String name;
    private final Loop loop;
    private final Duration skew;
    private final Runnable whenKilled;
    private final List<Strand> strands = new ArrayList<>();
    private Instant pausedUntil = Instant.MIN;
    private boolean dead;
    private Instant diedAt = Instant.MAX;

    /// @param skew how wrong its clock is
    SimulatedProcess(String name, Loop loop, Duration skew, Runnable whenKilled) {
        this.name = name;
        this.loop = loop;
        this.skew = skew;
        this.whenKilled = whenKilled;
    }

    void add(Strand strand) {
        strands.removeIf(Strand::hasEnded);
        strands.add(strand);
    }

    InstantSource clock() {
        return () -> loop.instant().plus(skew);
    }

    boolean isDead() {
        return dead;
    }

    /// When it died; later than everything while it lives.
    Instant diedAt() {
        return diedAt;
    }

    Instant pausedUntil() {
        return pausedUntil;
    }

    void pause(Duration length) {
        pausedUntil = loop.instant().plus(length);
    }

    /// Nothing happens in it any more. What it holds is let go.
    void kill() {
        if (!dead) {
            dead = true;
            diedAt = loop.instant();
            strands.forEach(strand -> loop.wake(strand, Duration.ZERO));
            whenKilled.run();
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
