package dev.weir.lineageui.api;

import dev.weir.materializer.version.AssetPartition;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/// What runs are at work on. A store looks at every partition to say so: where that takes long, everybody gets what was found last,
/// and it is looked for behind their backs, a third of the time at most.
final class WorkBoard {
    private static final long AWAITED_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final ServedProject project;
    private final Behind behind = new Behind("weir-at-work", 2, this::find);
    private volatile Found latest = new Found(Set.of(), 0);

    WorkBoard(ServedProject project) {
        this.project = project;
    }

    /// @param took how long it took to find them, in nanoseconds
    private record Found(Set<AssetPartition> partitions, long took) {}

    /// While runs are at work.
    Set<AssetPartition> now() {
        if (latest.took <= AWAITED_NANOS) {
            find();
        } else {
            behind.begin();
        }
        return latest.partitions;
    }

    /// No run is: what was found is of no use any more.
    Set<AssetPartition> none() {
        latest = new Found(Set.of(), latest.took);
        return Set.of();
    }

    private void find() {
        long start = System.nanoTime();
        Set<AssetPartition> found = project.runs().atWork(project.environment());
        latest = new Found(found, System.nanoTime() - start);
    }
}
