package dev.weir.materializer.simulation;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// The time of a simulation and what is to happen in it, one thing after the other.
final class Loop implements InstantSource {

    private static final Instant START = Instant.parse("2026-01-15T12:00:00Z");
    private static final Duration LITTLE = Duration.ofMillis(20);

    private final PriorityQueue<Due> agenda =
            new PriorityQueue<>(Comparator.comparing(Due::at).thenComparing(Due::order));
    private final List<Strand> strands = new ArrayList<>();
    private final Trace trace;
    private Instant now = START;
    private long order;
    private @Nullable Strand current;

    Loop(Trace trace) {
        this.trace = trace;
    }

    private record Due(Instant at, long order, Strand strand, int stop) {}

    @Override
    public Instant instant() {
        return now;
    }

    boolean isBefore(Duration sinceStart) {
        return now.isBefore(START.plus(sinceStart));
    }

    Strand spawn(String name, SimulatedProcess process, Duration delay, Runnable work) {
        Strand strand = new Strand(name, process, work);
        strands.add(strand);
        process.add(strand);
        wake(strand, delay);
        return strand;
    }

    void wake(Strand strand, Duration delay) {
        agenda.add(new Due(now.plus(delay), order++, strand, strand.stopNumber()));
    }

    /// The strand that runs.
    Strand current() {
        if (current == null) {
            throw new IllegalStateException("No strand runs");
        }
        return current;
    }

    /// Lets time pass for the strand that runs.
    void sleep(Duration length) {
        Strand self = current();
        // The stop it is about to make.
        agenda.add(new Due(now.plus(length), order++, self, self.stopNumber() + 1));
        self.stop();
    }

    /// Waits until somebody wakes the strand that runs.
    void park() {
        current().stop();
    }

    /// Waits for the end of another strand.
    void join(Strand other) {
        while (!other.hasEnded()) {
            other.waitingForItsEnd().add(current());
            park();
        }
    }

    /// Waits for something that does not take long.
    void sleepUntil(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            sleep(LITTLE);
        }
    }

    /// Runs until nothing is left to happen.
    ///
    /// @param afterEach what is looked at after every event
    void run(Runnable afterEach, int mostEvents) {
        for (int events = 0; !agenda.isEmpty(); events++) {
            if (events > mostEvents) {
                throw new Violation("I5", "it does not come to an end");
            }
            Due due = agenda.remove();
            Strand strand = due.strand();
            if (strand.hasEnded() || due.stop() != strand.stopNumber()) {
                continue;
            }
            Instant paused = strand.process().pausedUntil();
            if (paused.isAfter(due.at()) && !strand.process().isDead()) {
                agenda.add(new Due(paused, order++, strand, due.stop()));
                continue;
            }
            now = due.at().isAfter(now) ? due.at() : now;
            goOn(strand);
            afterEach.run();
        }
    }

    private void goOn(Strand strand) {
        current = strand;
        strand.goOn();
        current = null;
        Throwable failure = strand.failure();
        if (failure != null) {
            throw new Violation(strand + " ended unexpectedly", failure);
        }
        if (strand.hasEnded()) {
            strands.remove(strand);
            strand.waitingForItsEnd().forEach(waiting -> wake(waiting, Duration.ZERO));
        }
    }

    /// Strands that have not ended.
    List<Strand> left() {
        return List.copyOf(strands);
    }

    /// Gives back every thread that is left.
    void endAll() {
        // Not those that begin where a process has died.
        List<Strand> left = List.copyOf(strands);
        left.forEach(strand -> strand.process().kill());
        for (Strand strand : left) {
            while (!strand.hasEnded()) {
                current = strand;
                strand.goOn();
            }
        }
    }

    void trace(String what) {
        trace.add(now, current == null ? "" : current.toString(), what);
    }

    Trace trace() {
        return trace;
    }
}
