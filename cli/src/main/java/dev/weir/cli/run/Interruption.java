package dev.weir.cli.run;

import dev.weir.materializer.run.Runs;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// What Ctrl-C, or a polite kill, does to a run: it is cancelled, what has passed its checks is still published, and the
/// process ends when that is said. A step that calls `System.exit` does the same, but does not choose the exit status.
///
/// Invariant: once the JVM shuts down, the shutdown waits for [#over], which the main thread calls when it has printed
/// everything; a run that ignores its cancellation is waited for only so long.
public final class Interruption {
    /// A little more than a run gives its steps to end.
    private static final long PATIENCE_SECONDS = 10;
    private static final int EXITED = 1;
    private static final String BY_A_STEP =
            "%s called System.exit, which ends all of Weir: let it return or throw, or run in its own process, with @RunIn(Where.PROCESS)";

    private final CountDownLatch over = new CountDownLatch(1);
    private @Nullable Work work;
    private boolean interrupted;
    private volatile int status = EXITED;
    private final boolean hooks;
    private boolean hooked;

    private Interruption(boolean hooks) {
        this.hooks = hooks;
    }

    /// One that the end of this process calls.
    public static Interruption ofThisProcess() {
        return new Interruption(true);
    }

    /// One that only [#interrupt] calls.
    public static Interruption byHand() {
        return new Interruption(false);
    }

    /// Something that can be interrupted.
    public interface Work {
        /// Returns at once.
        void cancel(String why);

        /// The step whose code has called System.exit, by name.
        default Optional<String> exiting() {
            return Optional.empty();
        }
    }

    /// From now on an interruption cancels this run.
    public void watch(Runs.Handle handle) {
        watch(new Work() {
            @Override
            public void cancel(String why) {
                handle.cancel(why);
            }

            @Override
            public Optional<String> exiting() {
                return handle.exiting();
            }
        });
    }

    /// From now on an interruption cancels this.
    public synchronized void watch(Work begun) {
        work = begun;
        if (interrupted) {
            begun.cancel("it was interrupted");
        } else if (hooks && !hooked) {
            hooked = true;
            Runtime.getRuntime().addShutdownHook(new Thread(this::shutDown, "weir-interruption"));
        }
    }

    public synchronized boolean isInterrupted() {
        return interrupted;
    }

    /// Cancels what is watched.
    public synchronized void interrupt() {
        interrupted = true;
        if (work != null) {
            work.cancel("it was interrupted");
        }
    }

    /// Nothing is left to say; a shutdown may go on.
    ///
    /// @param exitStatus what the process ends with, whoever made it end but a signal
    public void over(int exitStatus) {
        status = exitStatus;
        over.countDown();
    }

    private void shutDown() {
        if (over.getCount() == 0) {
            return;
        }
        boolean bySignal = isSignalHandled();
        if (bySignal) {
            interrupt();
        } else {
            exitedByStep();
        }
        try {
            boolean _ = over.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException cannotWait) {
            Thread.currentThread().interrupt();
        }
        if (!bySignal) {
            // The status of the shutdown is the one that the step gave.
            Runtime.getRuntime().halt(status);
        }
    }

    private synchronized void exitedByStep() {
        if (work != null) {
            work.cancel(BY_A_STEP.formatted(work.exiting().map("asset %s"::formatted).orElse("a step")));
        }
    }

    // The JDK has a thread of this name at work for each signal that ends the process.
    private static boolean isSignalHandled() {
        return Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .anyMatch(name -> name.startsWith("SIG") && name.endsWith(" handler"));
    }
}
