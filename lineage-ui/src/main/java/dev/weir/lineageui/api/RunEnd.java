package dev.weir.lineageui.api;

import dev.weir.materializer.run.Run;
import dev.weir.materializer.run.RunStore;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Lets callers wait for the end of a run, whichever process it is in, until it is closed. Threads share it.
final class RunEnd implements AutoCloseable {
    private static final long LOOK_EVERY_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final RunStore runs;
    private final CountDownLatch closed = new CountDownLatch(1);

    RunEnd(RunStore runs) {
        this.runs = runs;
    }

    /// The run as it is when it has ended, or when the time is over.
    Run await(Run run, Duration atMost) {
        long until = System.nanoTime() + atMost.toNanos();
        Run now = run;
        try {
            for (long left = until - System.nanoTime(); !now.status().isFinal() && left > 0; left = until - System.nanoTime()) {
                if (closed.await(Math.min(left, LOOK_EVERY_NANOS), TimeUnit.NANOSECONDS)) {
                    return now;
                }
                now = runs.find(run.id()).orElse(now);
            }
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        }
        return now;
    }

    /// Lets everybody go who waits.
    @Override
    public void close() {
        closed.countDown();
    }
}
