package dev.weir.materializer.simulation;

import dev.weir.assets.spec.PoolName;
import dev.weir.materializer.history.HistoryStore;
import dev.weir.materializer.memory.InMemoryStore;
import dev.weir.materializer.publish.StepResult;
import dev.weir.materializer.run.RunStatus;
import dev.weir.materializer.version.RunId;
import dev.weir.materializer.version.Version;
import dev.weir.materializer.version.VersionId;
import dev.weir.materializer.warehouse.SimulatedDisk;
import java.util.Map;
import java.util.Set;

/// What must hold after every event, by the names it has in the documentation. Looks at the store and at the disk
/// themselves, not through any process.
final class Invariants {

    private final Findings findings = new Findings();
    private final RunInvariants runs;
    private final TurnInvariants turns;
    private final VersionInvariants versions;
    private final ViewInvariants view;
    private final GarbageInvariants garbage;
    private final PoolInvariants pools;
    private final ForgettingInvariants forgetting;

    Invariants(InMemoryStore store, SimulatedDisk disk, History history, Map<PoolName, Integer> limits) {
        runs = new RunInvariants(store.runs(), history, findings);
        turns = new TurnInvariants(store.runs(), history, findings);
        versions = new VersionInvariants(store, disk, history, findings);
        garbage = new GarbageInvariants(store, disk, history, findings);
        pools = new PoolInvariants(store, limits, history, findings);
        forgetting = new ForgettingInvariants(store, history, findings);
        view = new ViewInvariants(store.versions(), disk, findings);
    }

    /// To be called after every event, from wherever.
    void look() {
        runs.look();
        turns.look();
        versions.look();
        garbage.look();
        view.look(versions.log());
    }

    /// Throws what was found first, if anything.
    void demand() {
        findings.demand();
    }

    /// Somebody reads a version who may count on it.
    void read(Version version) {
        versions.read(version);
    }

    /// What forgets, looked at while it does.
    HistoryStore watched(HistoryStore store) {
        return forgetting.watched(store);
    }

    void begins(PoolInvariants.AtWork work) {
        pools.begins(work);
    }

    void ends(PoolInvariants.AtWork work) {
        pools.ends(work);
    }

    void told(RunId run, StepResult result) {
        versions.told(run, result);
    }

    void told(RunId run, RunStatus status) {
        runs.told(run, status);
    }

    void powerWasCut() {
        versions.powerWasCut();
        view.powerWasCut(versions.log());
    }

    /// When everybody has had time to end, and one process has recovered.
    void atTheEnd(Set<VersionId> inManifests) {
        look();
        runs.atTheEnd();
        pools.atTheEnd();
        versions.atTheEnd(inManifests);
        view.atTheEnd(versions.log());
    }
}
