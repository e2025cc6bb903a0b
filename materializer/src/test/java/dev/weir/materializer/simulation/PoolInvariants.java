package dev.weir.materializer.simulation;

import dev.weir.assets.spec.PoolName;
import dev.weir.materializer.memory.InMemoryStore;
import dev.weir.materializer.run.PoolStore;
import dev.weir.materializer.run.RunStatus;
import dev.weir.materializer.run.RunStore;
import dev.weir.materializer.version.RunId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What must hold of pools: no more steps are at work in one than it has room for, of runs whose lease lasts (I16). Looks at
/// who is at work, not at what is noted of it.
final class PoolInvariants {

    /// As long as an attempt has to end.
    private static final Duration PATIENCE = Duration.ofSeconds(5);

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
        private final Strand strand;
        private final RunId run;
        private final PoolName pool;

        AtWork(Strand strand, RunId run, PoolName pool) {
            this.strand = strand;
            this.run = run;
            this.pool = pool;
        }
    }

    // Nobody comes in but here, and what counted for nothing once never counts again.
    void begins(AtWork work) {
        atWork.removeIf(each -> each.strand.process().isDead() || isGivenUp(each));
        atWork.add(work);
        long inside = atWork.stream()
                .filter(each -> each.pool.equals(work.pool) && lives(each.run))
                .count();
        int limit = limits.get(work.pool);
        findings.require(inside <= limit, "I16", "%d steps are at work in pool %s, which has room for %d", inside, work.pool, limit);
    }

    void ends(AtWork work) {
        atWork.remove(work);
    }

    // Of a step that was told to end and did not, nothing is taken any more, and nothing counts.
    private boolean isGivenUp(AtWork work) {
        return !work.strand.interruptedFirst().isAfter(history.now().minus(PATIENCE));
    }

    private boolean lives(RunId run) {
        return history.holdsLease(run)
                && runs.find(run).filter(found -> found.status() == RunStatus.RUNNING).isPresent();
    }

    void atTheEnd() {
        findings.require(pools.taken().isEmpty(), "I16", "at the end these are in a pool: %s", pools.taken());
    }
}
