package dev.weir.materializer.run;

import dev.weir.materializer.run.StepTimeoutException.Ending;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Runs attempts, each in a virtual thread of its own, and tells how each ended, exactly once.
///
/// Invariant: an attempt is in `running` until its end has been told. Whoever removes it tells; an attempt that comes
/// back after it was given up finds itself gone and stays silent.
final class Attempts implements AutoCloseable {

    /// How long an attempt has to end once it was interrupted.
    static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Threads threads;
    private final StepRunner runner;
    private final Consumer<RunEvent> events;
    private final Map<Integer, Attempt> running = new ConcurrentHashMap<>();
    private Threads.@Nullable Timer timer;

    Attempts(Threads threads, StepRunner runner, Consumer<RunEvent> events) {
        this.threads = threads;
        this.runner = runner;
        this.events = events;
    }

    /// One attempt under way. Compared by identity: that it is this one is what counts.
    private final class Attempt {
        private final StepTask task;
        private final long startedAt = threads.nanoTime();
        private volatile Threads.@Nullable Work work;
        private volatile @Nullable StepTimeoutException timeout;

        Attempt(StepTask task) {
            this.task = task;
        }

        // The coordinator starts, and the timer learns of the attempt after that.
        void start() {
            work = threads.start(() -> attempt(this));
        }

        void interrupt() {
            Threads.Work started = work;
            if (started != null) {
                started.interrupt();
            }
        }

        boolean isExiting() {
            Threads.Work started = work;
            return started != null && started.isExiting();
        }
    }

    /// Starts an attempt; called by the coordinator only, as are all methods here.
    void start(StepTask task, Optional<Duration> timeout) {
        Attempt attempt = new Attempt(task);
        running.put(task.number(), attempt);
        attempt.start();
        timeout.ifPresent(limit -> later(limit, () -> timeOut(attempt, limit)));
    }

    /// Tells [RunEvent.RetryDue] after a pause.
    void retryAfter(Duration pause, int place) {
        later(pause, () -> events.accept(new RunEvent.RetryDue(place)));
    }

    /// Interrupts all attempts. One that ignores the interruption goes on, but nothing it does is taken.
    void interruptAll() {
        running.values().forEach(Attempt::interrupt);
    }

    /// Forgets the attempts that are still running: none of them is told any more.
    List<StepTask> abandonAll() {
        interruptAll();
        List<StepTask> abandoned = new ArrayList<>();
        for (Attempt attempt : List.copyOf(running.values())) {
            if (running.remove(attempt.task.number(), attempt)) {
                abandoned.add(attempt.task);
            }
        }
        abandoned.sort(Comparator.comparingInt(StepTask::number));
        return abandoned;
    }

    /// The attempt whose code has called System.exit; any thread may ask.
    Optional<StepTask> exiting() {
        return running.values().stream().filter(Attempt::isExiting).map(each -> each.task).findFirst();
    }

    /// The attempts that have been under way for at least so long; any thread may ask.
    List<AtWork> atWork(Duration atLeast) {
        long now = threads.nanoTime();
        return running.values().stream()
                .filter(each -> now - each.startedAt >= atLeast.toNanos())
                .sorted(Comparator.comparingInt(each -> each.task.number()))
                .flatMap(each -> each.task.together().stream()
                        .map(task -> new AtWork(
                                task.step().target(), task.attempt(), Duration.ofNanos(now - each.startedAt))))
                .toList();
    }

    private void attempt(Attempt attempt) {
        StepTask task = attempt.task;
        RunEvent end;
        try {
            end = new RunEvent.Computed(task, runner.run(task));
        } catch (Throwable failure) {
            end = new RunEvent.AttemptFailed(task, failure);
        }
        StepTimeoutException late = attempt.timeout;
        if (running.remove(task.number(), attempt)) {
            events.accept(late == null ? end : new RunEvent.AttemptFailed(task, inItsCheck(late, end)));
        }
    }

    private static StepTimeoutException inItsCheck(StepTimeoutException late, RunEvent end) {
        return end instanceof RunEvent.AttemptFailed(_, BrokenCheckException broken) ? late.during(broken.check()) : late;
    }

    private void timeOut(Attempt attempt, Duration limit) {
        if (attempt.equals(running.get(attempt.task.number()))) {
            attempt.timeout = new StepTimeoutException(limit, Ending.INTERRUPTED);
            attempt.interrupt();
            later(PATIENCE, () -> giveUp(attempt, limit));
        }
    }

    private void giveUp(Attempt attempt, Duration limit) {
        StepTask task = attempt.task;
        if (running.remove(task.number(), attempt)) {
            events.accept(new RunEvent.AttemptFailed(task, new StepTimeoutException(limit, Ending.IGNORED)));
        }
    }

    private void later(Duration pause, Runnable action) {
        timer().after(pause, action);
    }

    private Threads.Timer timer() {
        if (timer == null) {
            timer = threads.timer("weir-timer");
        }
        return timer;
    }

    @Override
    public void close() {
        if (timer != null) {
            timer.close();
        }
    }
}
