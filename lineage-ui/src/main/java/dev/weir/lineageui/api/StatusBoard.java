package dev.weir.lineageui.api;

import dev.weir.assets.spec.AssetSpec;
import dev.weir.partitions.PartitionsDefinition;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// How the assets stand. All of it is found out once, and then for each [Watermark] what has changed: whoever asks meanwhile waits
/// for the same answer, except where there are very many partitions. Then nobody waits for long. Until everything was looked at once,
/// everybody is told that nothing is known yet; afterwards they get what is known, and the next is found out behind their backs,
/// at most half of the time.
final class StatusBoard {
    /// With up to so many partitions everybody waits for the newest.
    static final int AWAITED = 5_000;
    /// What was kept, or is soon found, is there by then.
    private static final Duration PATIENCE = Duration.ofMillis(250);
    /// What is kept for the next process is seldom written.
    private static final long KEEPS_EVERY_NANOS = Duration.ofMinutes(1).toNanos();

    private final ServedProject project;
    private final WorkBoard work;
    private final FirstLook first;
    private final boolean isLarge;
    private final ReentrantLock finding = new ReentrantLock();
    private final Behind behind = new Behind("weir-status", 1, this::findAndKeep);
    private volatile @Nullable KnownStandings latest;
    private volatile long keepsFrom = System.nanoTime();

    StatusBoard(ServedProject project) {
        this.project = project;
        work = new WorkBoard(project);
        Instant now = project.clock().instant();
        first = new FirstLook(now, project.graph().size());
        isLarge = partitions(project, now) > AWAITED;
    }

    private static long partitions(ServedProject project, Instant now) {
        Map<PartitionsDefinition, Long> counted = new HashMap<>();
        return project.graph().assets().stream()
                .map(AssetSpec::partitions)
                .mapToLong(partitions -> counted.computeIfAbsent(partitions, each -> (long) each.all(now).size()))
                .sum();
    }

    /// What everything depends on that is said of how assets stand.
    Watermark watermark() {
        return Watermark.of(project, work);
    }

    /// Begins to find out, so that it is known when the first asks.
    void prepare() {
        behind.begin();
    }

    Standings now() {
        KnownStandings known = latest;
        if (known == null) {
            return isLarge ? knownOrNot() : newest();
        }
        if (known.watermark().equals(watermark())) {
            return known;
        }
        if (known.partitions() <= AWAITED) {
            return newest();
        }
        behind.begin();
        return known;
    }

    private Standings knownOrNot() {
        behind.begin();
        behind.await(PATIENCE);
        KnownStandings known = latest;
        if (known != null) {
            return known;
        }
        behind.rethrow();
        return new UnknownStandings(project, project.clock().instant(), first.soFar());
    }

    /// Whether everybody is told that nothing is known yet.
    boolean isLooking() {
        return isLarge && latest == null;
    }

    /// Whether less is known than there is: who has asked is told again.
    boolean isLate(Watermark now) {
        KnownStandings known = latest;
        return known == null ? isLarge : known.partitions() > AWAITED && !known.watermark().equals(now);
    }

    /// As of now: who asks waits for it, however long it takes.
    KnownStandings newest() {
        finding.lock();
        try {
            Watermark watermark = watermark();
            KnownStandings again = latest;
            if (again == null || !again.watermark().equals(watermark)) {
                again = KnownStandings.of(project, watermark, again, first.watched());
                latest = again;
            }
            return again;
        } finally {
            finding.unlock();
        }
    }

    private void findAndKeep() {
        KnownStandings _ = newest();
        if (System.nanoTime() - keepsFrom >= 0) {
            keep();
            keepsFrom = System.nanoTime() + KEEPS_EVERY_NANOS;
        }
    }

    /// Keeps what is known for the next process, where it takes long to find out.
    void keep() {
        KnownStandings known = latest;
        if (known != null && known.partitions() > AWAITED) {
            try {
                known.keep();
            } catch (RuntimeException unavailable) {
                // The next process looks at everything again.
            }
        }
    }

    /// Nobody asks any more: what is being looked at for the first time is given up.
    void end() {
        first.end();
    }
}
