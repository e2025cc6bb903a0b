package dev.weir.materializer.simulation;

import dev.weir.assets.spec.PoolName;
import dev.weir.materializer.Materializer;
import dev.weir.materializer.collect.CollectionStore;
import dev.weir.materializer.history.Forgetting;
import dev.weir.materializer.history.Forgotten;
import dev.weir.materializer.history.HistoryStore;
import dev.weir.materializer.publish.CommitStore;
import dev.weir.materializer.publish.CrashPoints;
import dev.weir.materializer.publish.GroupFiles;
import dev.weir.materializer.publish.Rival;
import dev.weir.materializer.publish.RunLostException;
import dev.weir.materializer.publish.StepResult;
import dev.weir.materializer.run.PoolSlots;
import dev.weir.materializer.run.PoolStore;
import dev.weir.materializer.run.QueuedRun;
import dev.weir.materializer.run.RunIds;
import dev.weir.materializer.run.RunListener;
import dev.weir.materializer.run.RunReport;
import dev.weir.materializer.run.RunStore;
import dev.weir.materializer.run.Runs;
import dev.weir.materializer.run.Settings;
import dev.weir.materializer.run.StepRunner;
import dev.weir.materializer.version.EnvironmentName;
import dev.weir.materializer.version.RunId;
import dev.weir.materializer.version.VersionStore;
import dev.weir.materializer.warehouse.DiskFlaw;
import dev.weir.materializer.warehouse.SimulatedDisk;
import dev.weir.materializer.warehouse.ViewProjector;
import dev.weir.materializer.warehouse.Warehouse;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;

/// One life of a process: recovers, runs plans, and follows with the view, until it dies or nobody begins anything any
/// more. Between Weir's own parts and the world are only the wrappers of a mutant.
final class Life {

    /// How often who waits looks again.
    private static final Duration LOOK = Duration.ofSeconds(1);

    private final World world;
    private final Loop loop;
    private final Faults faults;
    private final RandomGenerator random;
    private final SimulatedProcess process;
    private final SimulatedThreads threads;
    private final Warehouse warehouse;
    private final MutatedProcess mutated;
    private final Runs.Stores stores;
    private final Runs.Identity identity;
    private final CrashPoints crashPoints;
    private final ViewProjector projector;
    private final CollectionStore collections;
    private final Garbage garbage;
    private final HistoryStore history;

    Life(World world, SimulatedProcess process) {
        this.world = world;
        this.process = process;
        loop = world.loop();
        faults = world.faults();
        random = world.random();
        threads = new SimulatedThreads(loop, process);
        crashPoints = point -> faults.at(point, process);
        ProcessOnDisk disk = new ProcessOnDisk(process, loop, faults);
        warehouse = world.disk().open(disk, world.flaw().isOfCollection() ? DiskFlaw.NONE : world.flaw());
        mutated = new MutatedProcess(world.mutant(), warehouse, process.clock());
        Wire wire = new Wire(process, faults, world.history(), world.invariants()::look);
        stores = new Runs.Stores(
                wire.to(RunStore.class, world.runs()),
                wire.to(CommitStore.class, world.commits()),
                wire.to(VersionStore.class, world.versions()),
                Optional.of(mutated.pools(wire.to(PoolStore.class, world.pools()))));
        identity = new Runs.Identity(
                process.toString(), process.clock(), random, new RunIds(process.clock(), random), threads, Runs.LEASE);
        projector = warehouse.view(
                EnvironmentName.MAIN, stores.versions(), Pipeline::keyOf, process.clock(), crashPoints);
        collections = wire.to(CollectionStore.class, world.collections());
        history = wire.to(HistoryStore.class, world.forgetting());
        garbage = new Garbage(
                collections,
                world.flaw().isOfCollection() ? world.disk().open(disk, world.flaw()) : warehouse,
                projector,
                process.clock(),
                crashPoints,
                world.mutant() != Mutant.GC_WITHOUT_SHOWING);
    }

    void live() {
        try {
            recover();
        } catch (ConnectionLost lost) {
            giveUp(lost);
        }
        loop.spawn("view", process, Duration.ZERO, this::follow);
        loop.spawn("reader", process, Duration.ZERO, this::read);
        if (random.nextInt(4) > 0) {
            loop.spawn("garbage", process, Duration.ZERO, this::collect);
        }
        if (random.nextInt(2) > 0) {
            loop.spawn("forgetting", process, Duration.ZERO, this::forget);
        }
        while (!world.isClosing()) {
            loop.sleep(faults.upTo(Duration.ofSeconds(30)));
            try {
                if (random.nextBoolean()) {
                    recover();
                }
                run();
            } catch (ConnectionLost | RunLostException expected) {
                loop.trace("failed: " + expected);
            }
        }
    }

    // As a command does that cannot go on.
    private void giveUp(RuntimeException failure) {
        loop.trace("gives up: " + failure);
        process.kill();
        throw new Strand.Died();
    }

    private void recover() {
        Runs.Stores known = new Runs.Stores(
                mutated.recovering(stores.runs()), mutated.recovering(stores.commits()), stores.versions());
        int _ = new Materializer(known, warehouse, identity, crashPoints).recover(Pipeline::definitions).size();
    }

    /// Comes after everybody else, recovers, lets go of what nobody needs, and looks at what there is.
    void endAll() {
        recover();
        long _ = projector.project();
        garbage.condemnAll();
        loop.sleep(Garbage.GRACE);
        garbage.remove();
        world.history().everybodyEnded();
        forgetAll();
        world.invariants().atTheEnd(SimulatedDisk.inManifests(warehouse));
    }

    private void run() {
        GroupFiles files = mutated.files(new NotedFiles(
                warehouse.groupFiles(Pipeline::keyOf, crashPoints), projector, world.history(), this::removeAtTheWorstMoment));
        Runs runs = new Runs(
                new Runs.Stores(
                        stores.runs(), mutated.committing(stores.commits()), stores.versions(), stores.pools()),
                files,
                identity);
        Author author = new Author(warehouse, warehouse.objects(crashPoints), threads, random, world.history());
        Listener listener = new Listener();
        StepRunner steps = watched(mutated.author(author));
        Runs.Handle handle =
                world.takesTurn() ? new InTurn().begin(runs, steps, listener) : runs.begin(order(), steps, listener);
        listener.run = handle.id();
        if (faults.oneIn(6)) {
            loop.spawn("cancel", process, faults.upTo(Duration.ofSeconds(20)), () -> cancel(handle));
        }
        RunReport report = handle.await();
        loop.trace("tells: run %s %s %s".formatted(handle.id(), report.status(), report.problem()));
        world.invariants().told(handle.id(), report.status());
        long _ = projector.project();
        warehouse.objects(crashPoints).endRun(handle.id());
    }

    private Runs.Order order() {
        return new Runs.Order(
                Pipeline.plan(random, stores.versions()), Pipeline.definitions(), "weir materialize",
                new Settings(2, world.pooled(), new PoolSlots(), world.largestGroup()));
    }

    /// As a command does, which waits for what others are at, and plans anew.
    private final class InTurn implements QueuedRun.Patience {

        Runs.Handle begin(Runs runs, StepRunner steps, RunListener listener) {
            Runs.Order order = order();
            QueuedRun queued = QueuedRun.of(order, stores, identity);
            try (queued) {
                if (faults.oneIn(12)) {
                    loop.spawn("cancel", process, faults.upTo(Duration.ofSeconds(20)), () -> cancelInStore(queued.id()));
                }
                while (queued.waits(order.plan(), this)) {
                    order = order();
                }
                return runs.begin(queued, order, steps, listener);
            } catch (ConnectionLost lost) {
                queued.cancel("it was never begun");
                throw lost;
            }
        }

        @Override
        public void waitsFor(Rival rival) {
            loop.trace("waits for " + rival);
            world.toll().count(Toll.Event.WAITED);
        }

        @Override
        public void pause() {
            loop.sleep(LOOK);
        }
    }

    private void cancelInStore(RunId run) {
        try {
            boolean _ = stores.runs().cancel(run, process.clock().instant(), "by somebody else");
        } catch (ConnectionLost lost) {
            loop.trace("cancel lost");
        }
    }

    private StepRunner watched(StepRunner author) {
        StepRunner noted = task -> {
            Strand strand = loop.current();
            world.history().calls(strand, task.run());
            try {
                return author.run(task);
            } finally {
                world.history().called(strand, task.run());
            }
        };
        return task -> {
            Optional<PoolName> pool = Pipeline.poolOf(task.step().target());
            if (pool.isEmpty()) {
                return noted.run(task);
            }
            PoolInvariants.AtWork work = new PoolInvariants.AtWork(loop.current(), task.run(), pool.get());
            world.invariants().begins(work);
            try {
                return noted.run(task);
            } finally {
                world.invariants().ends(work);
            }
        };
    }

    private void cancel(Runs.Handle handle) {
        if (random.nextBoolean()) {
            handle.cancel("interrupted");
        } else {
            cancelInStore(handle.id());
        }
    }

    private void collect() {
        while (!world.isClosing()) {
            loop.sleep(faults.upTo(Duration.ofSeconds(10)));
            try {
                if (random.nextBoolean()) {
                    garbage.condemnAll();
                } else {
                    garbage.condemnAllButTheNewest();
                }
                if (random.nextInt(6) == 0) {
                    garbage.remove();
                }
            } catch (ConnectionLost lost) {
                loop.trace("garbage: " + lost);
            }
        }
    }

    private void forget() {
        while (!world.isClosing()) {
            loop.sleep(faults.upTo(Duration.ofSeconds(40)));
            try {
                forgetAll();
            } catch (ConnectionLost lost) {
                loop.trace("forgetting: " + lost);
            }
        }
    }

    // What was over before it was looked what runs have left.
    private void forgetAll() {
        Instant before = loop.instant();
        if (world.mutant() != Mutant.FORGETS_BEFORE_RECOVERY) {
            recover();
        }
        Forgotten _ = new Forgetting(
                        history,
                        _ -> 0,
                        new Forgetting.Ages(Optional.of(before), Optional.empty()),
                        world.mutant() == Mutant.FORGETS_WITHOUT_SETTLING ? () -> {} : warehouse::settle)
                .forget();
    }

    // When what is to go may just have been placed again.
    private void removeAtTheWorstMoment() {
        if (faults.oneIn(2)) {
            try {
                garbage.remove();
            } catch (ConnectionLost lost) {
                loop.trace("garbage: " + lost);
            }
        }
    }

    private void read() {
        Reader reader = new Reader(world, stores.versions(), collections);
        while (!world.isClosing()) {
            loop.sleep(faults.upTo(Duration.ofSeconds(20)));
            try {
                reader.read();
            } catch (ConnectionLost lost) {
                loop.trace("reader: " + lost);
            }
        }
    }

    private void follow() {
        while (!world.isClosing()) {
            loop.sleep(faults.upTo(Duration.ofSeconds(random.nextInt(3) == 0 ? 60 : 2)));
            try {
                long _ = random.nextBoolean() ? SimulatedDisk.projectNoted(projector) : projector.project();
            } catch (ConnectionLost lost) {
                loop.trace("view: " + lost);
            }
        }
    }

    private final class Listener implements RunListener {
        private RunId run = new RunId(new UUID(0, 0));

        @Override
        public void ended(StepResult result) {
            loop.trace("tells: " + result);
            world.invariants().told(run, result);
        }
    }
}
