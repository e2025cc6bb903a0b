package dev.weir.lineageui.api;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// How the assets stand. All of it is found out once, and then for each [Watermark] what has changed: whoever asks meanwhile waits
/// for the same answer, except where there are very many partitions. Then everybody gets what is known at once, and the next is
/// found out behind their backs, at most half of the time.
final class StatusBoard {
    /// With up to so many partitions everybody waits for the newest.
    static final int AWAITED = 5_000;
    /// What is kept for the next process is seldom written.
    private static final long KEEPS_EVERY_NANOS = Duration.ofMinutes(1).toNanos();

    private final ServedProject project;
    private final WorkBoard work;
    private final ReentrantLock finding = new ReentrantLock();
    private final AtomicBoolean behind = new AtomicBoolean();
    private volatile @Nullable Standings latest;
    private volatile long restsUntil = System.nanoTime();
    private volatile long keepsFrom = restsUntil;

    StatusBoard(ServedProject project) {
        this.project = project;
        work = new WorkBoard(project);
    }

    /// What everything depends on that is said of how assets stand.
    Watermark watermark() {
        return Watermark.of(project, work);
    }

    /// Begins to find out, so that it is known when the first asks.
    void prepare() {
        findBehind();
    }

    Standings now() {
        Standings known = latest;
        Watermark watermark = watermark();
        if (known != null && known.watermark().equals(watermark)) {
            return known;
        }
        if (known == null || known.partitions() <= AWAITED) {
            return find();
        }
        findBehind();
        return known;
    }

    /// What is known, without finding anything out; null at first.
    @Nullable Standings known() {
        return latest;
    }

    /// Keeps what is known for the next process, where it takes long to find out.
    void keep() {
        Standings known = latest;
        if (known != null && known.partitions() > AWAITED) {
            try {
                known.keep();
            } catch (RuntimeException unavailable) {
                // The next process looks at everything again.
            }
        }
    }

    private void keepSeldom() {
        if (System.nanoTime() - keepsFrom >= 0) {
            keep();
            keepsFrom = System.nanoTime() + KEEPS_EVERY_NANOS;
        }
    }

    private Standings find() {
        finding.lock();
        try {
            Watermark watermark = watermark();
            Standings again = latest;
            if (again == null || !again.watermark().equals(watermark)) {
                again = Standings.of(project, watermark, again);
                latest = again;
            }
            return again;
        } finally {
            finding.unlock();
        }
    }

    private void findBehind() {
        if (System.nanoTime() - restsUntil >= 0 && behind.compareAndSet(false, true)) {
            Thread.ofVirtual().name("weir-status").start(() -> {
                long start = System.nanoTime();
                try {
                    find();
                    keepSeldom();
                } catch (RuntimeException unavailable) {
                    // Whoever asks next asks again.
                } finally {
                    long end = System.nanoTime();
                    restsUntil = end + (end - start);
                    behind.set(false);
                }
            });
        }
    }
}
