package dev.weir.materializer.run;

import dev.weir.materializer.publish.UnknownOutcome;
import dev.weir.materializer.run.PoolStore.Slot;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// The slots that one run takes of pools which runs of other processes are in too. The store is asked by threads of its own,
/// as that may take a while, and as often as it takes.
///
/// Invariant: for each slot there is one such thread at most. Who is in has asked until it was let in, and leaves before it
/// asks again.
final class SharedSlots implements AutoCloseable {

    private static final int SHORTEST_PAUSE_MS = 200;
    private static final int LONGEST_PAUSE_MS = 300;

    private final PoolStore store;
    private final Threads threads;
    private final RandomGenerator random;
    private final Consumer<Throwable> unreachable;
    private final Queue<Errand> underWay = new ConcurrentLinkedQueue<>();
    private volatile boolean closed;

    /// @param unreachable told, by any thread, why the store cannot be asked any more
    SharedSlots(PoolStore store, Threads threads, RandomGenerator random, Consumer<Throwable> unreachable) {
        this.store = store;
        this.threads = threads;
        this.random = random;
        this.unreachable = unreachable;
    }

    /// Waits until there is room, and takes it.
    ///
    /// @param full called once, if there is none at first
    /// @param entered called when it is taken; both by another thread
    void enter(Slot slot, int limit, Runnable full, Runnable entered) {
        new Errand().start(() -> {
            boolean waits = false;
            while (!answered(() -> store.enter(slot, limit))) {
                if (!waits) {
                    full.run();
                    waits = true;
                }
                threads.pause(Duration.ofMillis(random.nextInt(SHORTEST_PAUSE_MS, LONGEST_PAUSE_MS)));
            }
            entered.run();
        });
    }

    /// Gives a slot back.
    ///
    /// @param left called when that is known to all, by another thread
    void leave(Slot slot, Runnable left) {
        new Errand().start(() -> {
            boolean _ = answered(() -> {
                store.leave(slot);
                return true;
            });
            left.run();
        });
    }

    private interface Question {
        boolean ask();
    }

    private boolean answered(Question question) throws InterruptedException {
        UnknownOutcome unknown = new PatientRetry(random, threads);
        for (int attempt = 1; ; attempt++) {
            try {
                return question.ask();
            } catch (RuntimeException failure) {
                if (closed) {
                    throw new InterruptedException();
                }
                unknown.retry(attempt, failure);
            }
        }
    }

    private interface Work {
        void run() throws InterruptedException;
    }

    /// Compared by identity.
    private final class Errand {
        private volatile Threads.@Nullable Work work;

        void start(Work task) {
            underWay.add(this);
            work = threads.start(() -> run(task));
        }

        @SuppressWarnings("EmptyCatch") // The run is over, and what is noted of it counts for nothing.
        private void run(Work task) {
            try {
                task.run();
            } catch (InterruptedException over) {
                // Nobody waits for it.
            } catch (RuntimeException | Error failure) {
                if (!closed) {
                    unreachable.accept(failure);
                }
            } finally {
                underWay.remove(this);
            }
        }

        void end() {
            Threads.Work started = work;
            if (started != null) {
                started.interrupt();
                started.await();
            }
        }
    }

    /// Asks no more, and waits for the questions that are under way.
    @Override
    public void close() {
        closed = true;
        underWay.forEach(Errand::end);
    }
}
