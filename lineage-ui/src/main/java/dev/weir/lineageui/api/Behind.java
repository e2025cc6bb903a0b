package dev.weir.lineageui.api;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Work that is done behind the backs of those who ask, in a thread of its own. Threads may share it.
///
/// Invariants: it is never done twice at once, and each time is followed by a rest of so many times as long as it took.
final class Behind {
    private final String thread;
    private final int rests;
    private final Runnable work;
    private @Nullable Turn turn;
    private long restsUntil = System.nanoTime();
    private @Nullable Throwable failure;

    /// @param rests how many times as long as it took nobody begins again
    Behind(String thread, int rests, Runnable work) {
        this.thread = thread;
        this.rests = rests;
        this.work = work;
    }

    private record Turn(long began, CountDownLatch over) {}

    /// Begins, unless it is at it already, or rests.
    synchronized void begin() {
        if (turn == null && System.nanoTime() - restsUntil >= 0) {
            Turn next = new Turn(System.nanoTime(), new CountDownLatch(1));
            turn = next;
            Thread.ofVirtual().name(thread).start(() -> take(next));
        }
    }

    private void take(Turn now) {
        Throwable thrown = null;
        try {
            work.run();
        } catch (RuntimeException | Error unavailable) {
            // Whoever asks next begins again.
            thrown = unavailable;
        } finally {
            end(now, thrown);
        }
    }

    private synchronized void end(Turn now, @Nullable Throwable thrown) {
        long end = System.nanoTime();
        restsUntil = end + rests * (end - now.began);
        failure = thrown;
        turn = null;
        now.over.countDown();
    }

    private synchronized @Nullable Turn turn() {
        return turn;
    }

    /// Waits until it is done, or has been at it for so long.
    void await(Duration patience) {
        Turn now = turn();
        if (now != null) {
            try {
                boolean _ = now.over.await(now.began + patience.toNanos() - System.nanoTime(), TimeUnit.NANOSECONDS);
            } catch (InterruptedException impatient) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /// @throws RuntimeException what it ended with the last time, unless it is at it again
    synchronized void rethrow() {
        if (turn == null && failure instanceof RuntimeException unavailable) {
            throw unavailable;
        }
        if (turn == null && failure instanceof Error fatal) {
            throw fatal;
        }
    }
}
