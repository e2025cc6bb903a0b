package dev.weir.cli.run;

import dev.weir.materializer.run.Runs;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// What Ctrl-C, or a polite kill, does to a run: it is cancelled, what has passed its checks is still published, and the
/// process ends when that is said. One object serves one process.
///
/// Invariant: once the JVM shuts down, the shutdown waits for [#over], which the main thread calls when it has printed
/// everything; a run that ignores its cancellation is waited for only so long.
public final class Interruption {
    /// A little more than a run gives its steps to end.
    private static final long PATIENCE_SECONDS = 10;

    private final CountDownLatch over = new CountDownLatch(1);
    private Runs.@Nullable Handle run;
    private boolean interrupted;
    private boolean hooked;

    /// From now on an interruption cancels this run.
    public synchronized void watch(Runs.Handle handle) {
        run = handle;
        if (interrupted) {
            handle.cancel("it was interrupted");
        } else if (!hooked) {
            hooked = true;
            Runtime.getRuntime().addShutdownHook(new Thread(this::shutDown, "weir-interruption"));
        }
    }

    public synchronized boolean isInterrupted() {
        return interrupted;
    }

    /// Cancels the run that is watched.
    public synchronized void interrupt() {
        interrupted = true;
        if (run != null) {
            run.cancel("it was interrupted");
        }
    }

    /// Nothing is left to say; a shutdown may go on.
    public void over() {
        over.countDown();
    }

    private void shutDown() {
        if (over.getCount() == 0) {
            return;
        }
        interrupt();
        try {
            boolean _ = over.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException cannotWait) {
            Thread.currentThread().interrupt();
        }
    }
}
