package dev.weir.lineageui.api;

import dev.weir.materializer.version.AssetPartition;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/// What runs are at work on. A store looks at every partition to say so: where that takes long, everybody gets what was found last,
/// and it is looked for behind their backs, a third of the time at most.
final class WorkBoard {
    private static final long AWAITED_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final ServedProject project;
    private final AtomicBoolean behind = new AtomicBoolean();
    private volatile Found latest = new Found(Set.of(), 0, System.nanoTime());

    WorkBoard(ServedProject project) {
        this.project = project;
    }

    /// @param took how long it took to find them, in nanoseconds
    private record Found(Set<AssetPartition> partitions, long took, long at) {

        boolean mayBeLookedFor() {
            return System.nanoTime() - at >= 2 * took;
        }
    }

    /// While runs are at work.
    Set<AssetPartition> now() {
        if (latest.took <= AWAITED_NANOS) {
            find();
        } else if (latest.mayBeLookedFor() && behind.compareAndSet(false, true)) {
            Thread.ofVirtual().name("weir-at-work").start(this::findBehind);
        }
        return latest.partitions;
    }

    /// No run is: what was found is of no use any more.
    Set<AssetPartition> none() {
        latest = new Found(Set.of(), latest.took, latest.at);
        return Set.of();
    }

    private void findBehind() {
        try {
            find();
        } catch (RuntimeException unavailable) {
            // Whoever asks next asks again.
        } finally {
            behind.set(false);
        }
    }

    private void find() {
        long start = System.nanoTime();
        Set<AssetPartition> found = project.runs().atWork(project.environment());
        long end = System.nanoTime();
        latest = new Found(found, end - start, end);
    }
}
