package dev.weir.materializer.run;

import dev.weir.assets.spec.Timeout;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Runs attempts, each in a virtual thread of its own, and tells how each ended, exactly once.
///
/// Invariant: an attempt is in `running` until its end has been told. Whoever removes it tells; an attempt that comes
/// back after its time was up finds itself gone and stays silent.
final class Attempts implements AutoCloseable {

    private final StepRunner runner;
    private final Consumer<RunEvent> events;
    private final Map<Integer, Attempt> running = new ConcurrentHashMap<>();
    private @Nullable ScheduledThreadPoolExecutor timer;

    Attempts(StepRunner runner, Consumer<RunEvent> events) {
        this.runner = runner;
        this.events = events;
    }

    /// One attempt under way. Compared by identity: that it is this one is what counts.
    private final class Attempt {
        private final StepTask task;
        private final Thread thread;

        Attempt(StepTask task) {
            this.task = task;
            thread = Thread.ofVirtual().unstarted(() -> attempt(this));
        }
    }

    /// Starts an attempt; called by the coordinator only, as are all methods here.
    void start(StepTask task, Timeout timeout) {
        Attempt attempt = new Attempt(task);
        running.put(task.number(), attempt);
        attempt.thread.start();
        if (timeout instanceof Timeout.Of(Duration limit)) {
            later(limit, () -> timeOut(attempt, limit));
        }
    }

    /// Tells [RunEvent.RetryDue] after a pause.
    void retryAfter(Duration pause, int place, int attempt) {
        later(pause, () -> events.accept(new RunEvent.RetryDue(place, attempt)));
    }

    /// Interrupts all attempts. One that ignores the interruption goes on, but nothing it does is taken.
    void interruptAll() {
        running.values().forEach(attempt -> attempt.thread.interrupt());
    }

    /// The running attempts are forgotten: none of them is told any more.
    void abandonAll() {
        interruptAll();
        running.clear();
    }

    private void attempt(Attempt attempt) {
        StepTask task = attempt.task;
        RunEvent end;
        try {
            end = new RunEvent.Computed(task, runner.run(task));
        } catch (Throwable failure) {
            end = new RunEvent.AttemptFailed(task, failure);
        }
        if (running.remove(task.number(), attempt)) {
            events.accept(end);
        }
    }

    private void timeOut(Attempt attempt, Duration limit) {
        StepTask task = attempt.task;
        if (running.remove(task.number(), attempt)) {
            attempt.thread.interrupt();
            events.accept(new RunEvent.AttemptFailed(task, new StepTimeoutException(limit)));
        }
    }

    private void later(Duration pause, Runnable action) {
        Future<?> _ = timer().schedule(action, pause.toNanos(), TimeUnit.NANOSECONDS);
    }

    private ScheduledThreadPoolExecutor timer() {
        if (timer == null) {
            timer = new ScheduledThreadPoolExecutor(1, Thread.ofPlatform().daemon().name("weir-timer").factory());
            timer.setRemoveOnCancelPolicy(true);
        }
        return timer;
    }

    @Override
    public void close() {
        if (timer != null) {
            timer.shutdownNow();
        }
    }
}
