package dev.weir.materializer.run;

import java.time.Duration;

/// Says at intervals, from a thread of its own, that a process is alive, however busy its other threads are. A beat that
/// fails, of whatever, is left to the next one: the lease has room for three.
final class Heartbeat implements AutoCloseable {

    private final Threads.Timer timer;

    Heartbeat(Threads threads, Runnable beat, Duration every) {
        timer = threads.timer("weir-heartbeat");
        timer.every(every, () -> quietly(beat));
    }

    @SuppressWarnings("EmptyCatch") // The next beat tries again; the commit's own guard decides what counts.
    private static void quietly(Runnable beat) {
        try {
            beat.run();
        } catch (RuntimeException | Error unreachable) {
            // Nothing to do until the next beat.
        }
    }

    /// Stops beating, and waits for a beat under way.
    @Override
    public void close() {
        timer.close();
    }
}
