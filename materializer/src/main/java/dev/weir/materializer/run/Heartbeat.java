package dev.weir.materializer.run;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/// Says at intervals, from a thread of its own, that a process is alive, however busy its other threads are. A beat that
/// fails is left to the next one: the lease has room for three.
final class Heartbeat implements AutoCloseable {

    private final ScheduledThreadPoolExecutor thread =
            new ScheduledThreadPoolExecutor(1, Thread.ofPlatform().daemon().name("weir-heartbeat").factory());

    Heartbeat(Runnable beat, Duration every) {
        Future<?> _ = thread.scheduleWithFixedDelay(() -> quietly(beat), every.toMillis(), every.toMillis(), TimeUnit.MILLISECONDS);
    }

    @SuppressWarnings("EmptyCatch") // The next beat tries again; the commit's own guard decides what counts.
    private static void quietly(Runnable beat) {
        try {
            beat.run();
        } catch (RuntimeException unreachable) {
            // Nothing to do until the next beat.
        }
    }

    /// Stops beating, and waits for a beat under way: an interruption would close the files it uses.
    @Override
    public void close() {
        thread.shutdown();
        try {
            boolean _ = thread.awaitTermination(5, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
