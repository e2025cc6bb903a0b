package dev.weir.materializer.simulation;

import dev.weir.materializer.Materializer;
import dev.weir.materializer.publish.CommitGroup;
import dev.weir.materializer.publish.CommitOutcome.Committed;
import dev.weir.materializer.publish.CommitStore;
import dev.weir.materializer.publish.CrashPoints;
import dev.weir.materializer.publish.GroupFiles;
import dev.weir.materializer.publish.StepResult;
import dev.weir.materializer.publish.RunLostException;
import dev.weir.materializer.run.RunIds;
import dev.weir.materializer.run.RunListener;
import dev.weir.materializer.run.RunReport;
import dev.weir.materializer.run.RunStore;
import dev.weir.materializer.run.Runs;
import dev.weir.materializer.run.Settings;
import dev.weir.materializer.version.EnvironmentName;
import dev.weir.materializer.version.RunId;
import dev.weir.materializer.version.VersionStore;
import dev.weir.materializer.warehouse.SimulatedDisk;
import dev.weir.materializer.warehouse.ViewProjector;
import dev.weir.materializer.warehouse.Warehouse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;

/// One life of a process after the other: recovers, runs plans, follows with the view, and dies at some point.
final class Machine {

    private final String name;
    private final World world;
    private final Loop loop;
    private final Faults faults;
    private final RandomGenerator random;
    private int lives;

    Machine(String name, World world) {
        this.name = name;
        this.world = world;
        this.loop = world.loop();
        this.faults = world.faults();
        this.random = world.random();
    }

    /// Starts a process after a while, and another one whenever it dies.
    void start(Duration delay) {
        lives++;
        Duration skew = Duration.ofSeconds(random.nextInt(240) - 120);
        SimulatedProcess process = new SimulatedProcess(
                "%s.%d".formatted(name, lives), loop, skew, () -> start(Duration.ofSeconds(1 + random.nextInt(20))));
        world.started(process);
        loop.spawn("main", process, delay, () -> new Life(process).live());
    }

    private final class Life {

        private final SimulatedProcess process;
        private final SimulatedThreads threads;
        private final Warehouse warehouse;
        private final MutatedProcess mutated;
        private final Runs.Stores stores;
        private final Runs.Identity identity;
        private final CrashPoints crashPoints;
        private final ViewProjector projector;

        Life(SimulatedProcess process) {
            this.process = process;
            threads = new SimulatedThreads(loop, process);
            crashPoints = point -> faults.at(point, process);
            warehouse = world.disk().open(new OnDisk(), world.flaw());
            mutated = new MutatedProcess(world.mutant(), warehouse, process.clock());
            Wire wire = new Wire(process, faults, world.history(), world.invariants()::look);
            stores = new Runs.Stores(
                    wire.to(RunStore.class, world.runs()),
                    wire.to(CommitStore.class, world.commits()),
                    wire.to(VersionStore.class, world.versions()));
            identity = new Runs.Identity(
                    process.toString(), process.clock(), random, new RunIds(process.clock(), random), threads);
            projector = warehouse.view(
                    EnvironmentName.MAIN, stores.versions(), Pipeline::keyOf, process.clock(), crashPoints);
        }

        private final class OnDisk implements SimulatedDisk.Process {
            @Override
            public void before(String operation, Path file) {
                faults.before(process, loop.trace().isWanted() ? operation + " " + file.getFileName() : operation);
            }

            @Override
            public void await(List<Runnable> wakers) {
                Strand waiting = loop.current();
                wakers.add(() -> loop.wake(waiting, Duration.ZERO));
                loop.park();
            }
        }

        void live() {
            try {
                recover();
            } catch (ConnectionLost lost) {
                giveUp(lost);
            }
            loop.spawn("view", process, Duration.ZERO, this::follow);
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
            int _ = new Materializer(known, warehouse, identity, crashPoints).recover().size();
        }

        private void run() {
            GroupFiles files = mutated.files(new Noting(warehouse.groupFiles(Pipeline::keyOf, crashPoints)));
            Runs runs = new Runs(
                    new Runs.Stores(stores.runs(), mutated.committing(stores.commits()), stores.versions()),
                    files,
                    identity);
            Author author = new Author(warehouse, warehouse.objects(crashPoints), threads, random, world.history());
            Listener listener = new Listener();
            Runs.Handle handle = runs.begin(
                    new Runs.Order(Pipeline.plan(random, stores.versions()), Pipeline.definitions(), "weir materialize", new Settings(2)),
                    mutated.author(author),
                    listener);
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

        private void cancel(Runs.Handle handle) {
            if (random.nextBoolean()) {
                handle.cancel("interrupted");
            } else {
                try {
                    boolean _ = stores.runs().cancel(handle.id(), process.clock().instant(), "by somebody else");
                } catch (ConnectionLost lost) {
                    loop.trace("cancel lost");
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
            private RunId run = new RunId(new java.util.UUID(0, 0));

            @Override
            public void ended(StepResult result) {
                loop.trace("tells: " + result);
                world.invariants().told(run, result);
            }
        }

        private final class Noting implements GroupFiles {

            private final GroupFiles files;

            Noting(GroupFiles files) {
                this.files = files;
            }

            @Override
            public void prepare(CommitGroup group) {
                files.prepare(group);
            }

            @Override
            public void committed(CommitGroup group, Committed outcome) {
                files.committed(group, outcome);
                SimulatedDisk.note(projector, group, outcome);
            }

            @Override
            public void abandon(CommitGroup group) {
                files.abandon(group);
            }
        }
    }

    /// A last process that finds everybody gone.
    void startLast() {
        SimulatedProcess process = new SimulatedProcess(name, loop, Duration.ZERO, () -> {});
        loop.spawn("main", process, Duration.ofMinutes(2), () -> {
            Life life = new Life(process);
            life.recover();
            long _ = life.projector.project();
            world.invariants().atTheEnd(SimulatedDisk.inManifests(life.warehouse));
        });
    }
}
