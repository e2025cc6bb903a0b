package dev.weir.materializer.simulation;

import dev.weir.assets.AssetKey;
import dev.weir.assets.spec.Retention;
import dev.weir.materializer.collect.CollectionStore;
import dev.weir.materializer.collect.Collector;
import dev.weir.materializer.collect.Decided;
import dev.weir.materializer.publish.CrashPoints;
import dev.weir.materializer.warehouse.ViewProjector;
import dev.weir.materializer.warehouse.Warehouse;
import java.time.Duration;
import java.time.InstantSource;
import java.time.Period;
import java.util.SortedMap;
import java.util.TreeMap;

/// Collects what nobody needs, in one process: now the newest version of each partition is kept for its own sake, now none is.
final class Garbage {

    /// So long after its condemnation a version's files are there.
    static final Duration GRACE = Duration.ofSeconds(5);

    private static final int ALL = 1_000;
    private static final SortedMap<AssetKey, Retention> NEWEST = all(new Retention.Last(1));
    private static final SortedMap<AssetKey, Retention> A_DAY = all(new Retention.Younger(Period.ofDays(1)));

    private final Collector collector;
    private final InstantSource clock;

    Garbage(
            CollectionStore store,
            Warehouse warehouse,
            ViewProjector projector,
            InstantSource clock,
            CrashPoints crashPoints,
            boolean shows) {
        this.clock = clock;
        this.collector = new Collector(
                store,
                warehouse.condemnedFiles(crashPoints),
                () -> {
                    if (shows) {
                        long _ = projector.projectDurably();
                    }
                },
                crashPoints);
    }

    private static SortedMap<AssetKey, Retention> all(Retention retention) {
        SortedMap<AssetKey, Retention> all = new TreeMap<>();
        Pipeline.definitions().graph().keys().forEach(asset -> all.put(asset, retention));
        return all;
    }

    void condemnAllButTheNewest() {
        condemn(new Decided.Policy(NEWEST, clock.instant()));
    }

    void condemnAll() {
        condemn(new Decided.Policy(A_DAY, clock.instant().plus(Duration.ofDays(2))));
    }

    private void condemn(Decided.Policy policy) {
        Decided _ = collector.condemn(policy, ALL);
    }

    void remove() {
        Collector.Removed _ = collector.remove(GRACE, ALL);
    }
}
