package dev.weir.materializer.simulation;

import dev.weir.assets.spec.PoolName;
import dev.weir.materializer.history.HistoryStore;
import dev.weir.materializer.memory.InMemoryStore;
import dev.weir.materializer.collect.CollectionStore;
import dev.weir.materializer.publish.CommitStore;
import dev.weir.materializer.run.PoolStore;
import dev.weir.materializer.run.RunStore;
import dev.weir.materializer.version.VersionStore;
import dev.weir.materializer.warehouse.DiskFlaw;
import dev.weir.materializer.warehouse.SimulatedDisk;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// Everything there is in one simulated history.
final class World {

    private static final Duration FAULTS = Duration.ofSeconds(90);
    private static final Duration WORK = Duration.ofSeconds(110);

    private final @Nullable Mutant mutant;
    private final RandomGenerator random;
    private final Loop loop;
    private final Faults faults;
    private final InMemoryStore store;
    private final MutatedStores stores;
    private final SimulatedDisk disk;
    private final History history;
    private final Invariants invariants;
    private final Toll toll = new Toll();
    private final int turnsOfFour;
    private final Map<PoolName, Integer> pooled;
    private final int largestGroup;
    private final List<SimulatedProcess> alive = new ArrayList<>();

    World(RandomGenerator random, @Nullable Mutant mutant, Trace trace) {
        this.random = random;
        this.mutant = mutant;
        loop = new Loop(trace);
        faults = new Faults(loop, random, FAULTS, toll);
        store = new InMemoryStore(this::storeTime);
        stores = new MutatedStores(mutant, store);
        turnsOfFour = 2 * random.nextInt(3);
        disk = new SimulatedDisk(loop);
        history = new History(loop, toll);
        pooled = random.nextBoolean() ? Pipeline.TIGHT : Pipeline.LOOSE;
        largestGroup = random.nextBoolean() ? 1 : 1_024;
        invariants = new Invariants(store, disk, history, pooled);
    }

    private Instant storeTime() {
        return mutant == Mutant.LEASE_BY_NODE_CLOCK
                ? loop.current().process().clock().instant()
                : loop.instant();
    }

    /// Whether nobody begins anything any more.
    boolean isClosing() {
        return !loop.isBefore(WORK);
    }

    /// How many steps its pools have room for.
    Map<PoolName, Integer> pooled() {
        return pooled;
    }

    /// How many results go into a group. In half of the histories each is one of its own, whose files are made ready while the one
    /// before it is committed.
    int largestGroup() {
        return largestGroup;
    }

    /// Whether the next run waits for its turn, as those of commands do: in some histories none, in some half of them, in
    /// some all.
    boolean takesTurn() {
        return random.nextInt(4) < turnsOfFour;
    }

    void started(SimulatedProcess process) {
        alive.removeIf(SimulatedProcess::isDead);
        alive.add(process);
    }

    /// All processes die, and the disk forgets.
    void cutPower() {
        loop.trace("the power is cut");
        toll.count(Toll.Event.POWER_CUT);
        List.copyOf(alive).forEach(SimulatedProcess::kill);
        disk.cutPower(random);
        invariants.powerWasCut();
    }

    Toll toll() {
        return toll;
    }

    Loop loop() {
        return loop;
    }

    Faults faults() {
        return faults;
    }

    RandomGenerator random() {
        return random;
    }

    @Nullable Mutant mutant() {
        return mutant;
    }

    DiskFlaw flaw() {
        return mutant == null ? DiskFlaw.NONE : mutant.flaw();
    }

    SimulatedDisk disk() {
        return disk;
    }

    History history() {
        return history;
    }

    Invariants invariants() {
        return invariants;
    }

    RunStore runs() {
        return stores.runs();
    }

    CommitStore commits() {
        return stores.commits();
    }

    CollectionStore collections() {
        return stores.collections();
    }

    HistoryStore forgetting() {
        return invariants.watched(stores.history(new LongOver(store.history(), store.versions(), history)));
    }

    PoolStore pools() {
        return stores.pools(() -> loop.sleep(Duration.ofMillis(random.nextInt(20))));
    }

    VersionStore versions() {
        return store.versions();
    }
}
