package dev.weir.materializer.simulation;

import dev.weir.assets.spec.PoolName;
import dev.weir.materializer.memory.InMemoryStore;
import dev.weir.materializer.run.PoolStore;
import dev.weir.materializer.run.RunStatus;
import dev.weir.materializer.run.RunStore;
import dev.weir.materializer.version.RunId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What must hold of pools: no more steps are at work in one than it has room for, of runs whose lease lasts (I16), but for
/// those that have had their time. Looks at
/// who is at work, not at what is noted of it.
final class PoolInvariants {

    private final RunStore runs;
    private final PoolStore pools;
    private final Map<PoolName, Integer> limits;
    private final History history;
    private final Findings findings;
    private final List<AtWork> atWork = new ArrayList<>();

    PoolInvariants(InMemoryStore store, Map<PoolName, Integer> limits, History history, Findings findings) {
        this.runs = store.runs();
        this.pools = store.pools();
        this.limits = limits;
        this.history = history;
        this.findings = findings;
    }

    /// An author's code that a process is calling. Compared by identity.
    static final class AtWork {
        private final SimulatedProcess process;
        private final RunId run;
        private final PoolName pool;
        private final Instant begun;

        AtWork(SimulatedProcess process, RunId run, PoolName pool, Instant begun) {
            this.process = process;
            this.run = run;
            this.pool = pool;
            this.begun = begun;
        }
    }

    // Nobody comes in but here, and what counted for nothing once never counts again.
    void begins(AtWork work) {
        atWork.removeIf(each -> each.process.isDead());
        atWork.add(work);
        long inside = atWork.stream()
                .filter(each -> each.pool.equals(work.pool) && lives(each.run) && !isLate(each))
                .count();
        int limit = limits.get(work.pool);
        findings.require(inside <= limit, "I16", "%d steps are at work in pool %s, which has room for %d", inside, work.pool, limit);
    }

    void ends(AtWork work) {
        atWork.remove(work);
    }

    // It was interrupted, and is given up if it does not notice, as when its process was paused meanwhile.
    private boolean isLate(AtWork work) {
        return !history.now().isBefore(work.begun.plus(Pipeline.TIMEOUT));
    }

    private boolean lives(RunId run) {
        return history.holdsLease(run) && runs.find(run).orElseThrow().status() == RunStatus.RUNNING;
    }

    void atTheEnd() {
        findings.require(pools.taken().isEmpty(), "I16", "at the end these are in a pool: %s", pools.taken());
    }
}
