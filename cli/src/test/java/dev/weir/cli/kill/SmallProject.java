package dev.weir.cli.kill;

import dev.weir.assets.AssetKey;
import dev.weir.assets.Log;
import dev.weir.assets.graph.AssetSelection;
import dev.weir.assets.spec.Retention;
import dev.weir.materializer.Materializer;
import dev.weir.materializer.collect.Collector;
import dev.weir.materializer.collect.Decided;
import dev.weir.materializer.plan.Force;
import dev.weir.materializer.plan.RunPlan;
import dev.weir.materializer.plan.RunRequest;
import dev.weir.materializer.project.Project;
import dev.weir.materializer.project.ProjectLayout;
import dev.weir.materializer.project.ProjectOptions;
import dev.weir.materializer.project.Resources;
import dev.weir.materializer.publish.Changeset;
import dev.weir.materializer.publish.CrashPoints;
import dev.weir.materializer.publish.MoveOutcome;
import dev.weir.materializer.rollback.Rollback;
import dev.weir.materializer.rollback.VersionFiles;
import dev.weir.materializer.run.Asked;
import dev.weir.materializer.run.Run;
import dev.weir.materializer.run.RunIds;
import dev.weir.materializer.run.RunListener;
import dev.weir.materializer.run.RunReport;
import dev.weir.materializer.run.Runs;
import dev.weir.materializer.run.Settings;
import dev.weir.materializer.run.Threads;
import dev.weir.materializer.step.Outside;
import dev.weir.materializer.version.EnvironmentName;
import dev.weir.materializer.version.Names;
import dev.weir.materializer.version.RunId;
import dev.weir.materializer.warehouse.Warehouse;
import dev.weir.metadata.Database;
import dev.weir.processor.WeirProcessor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;

/// A project of one source, put together as the command line does: with a database, a warehouse on disk, DuckDB and
/// Parquet.
final class SmallProject implements AutoCloseable {

    /// How many a run of everything has: three days of two assets, and three assets that have no days.
    static final int STEPS = 9;

    private static final String NAME = "kills";
    private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(50);
    private static final Instant NOW = Instant.parse("2026-01-15T12:00:00Z");

    /// Rows differ from one generation to the next, except those of `stations`; of `levels` now and then a day is
    /// rejected, `days` has no file, and `readings` are in a pool that has room for one.
    private static final String SOURCE = """
            record Station(String name) {}
            record Reading(String station, int value, int flaws) {}
            record Level(String station, long total, int flaws) {}

            class Gauges {
                private static int generation() {
                    return Integer.getInteger("GENERATION");
                }

                @Asset List<Station> stations() {
                    return List.of(new Station("north"), new Station("south"));
                }

                @Asset(pool = "gauge") @Daily(start = "2013-01-01", end = "2013-01-04") Stream<Reading> readings(TimeWindow day) {
                    int number = day.startDate().getDayOfMonth();
                    int flaws = (generation() + number) % 4 == 0 ? 1 : 0;
                    return Stream.of("north", "south", "south")
                            .map(station -> new Reading(station, 10 * generation() + number, flaws));
                }

                @Asset @Daily(start = "2013-01-01", end = "2013-01-04") @Range(column = "flaws", max = 0)
                Table<Level> levels(Table<Reading> readings, Table<Station> stations) {
                    return Sql.query(Level.class, \"""
                            select station, sum(value) as total, max(flaws) as flaws
                            from readings join stations on name = station group by all\""", readings, stations);
                }

                @Asset Table<Reading> highest(Table<Reading> readings) {
                    return Sql.query(Reading.class, "select * from readings order by all desc limit 2", readings);
                }

                @Asset long days(Table<Reading> readings) {
                    return readings.count() / 3;
                }
            }
            """;

    /// So many versions of a partition.
    static final int KEPT = 3;

    private final String generationProperty;
    private final Project project;
    private final Memory memory;
    private final Database database;
    private final Warehouse warehouse;
    private final Materializer materializer;

    private SmallProject(
            String generationProperty,
            Project project,
            Memory memory,
            Database database,
            Warehouse warehouse,
            Materializer materializer) {
        this.generationProperty = generationProperty;
        this.project = project;
        this.memory = memory;
        this.database = database;
        this.warehouse = warehouse;
        this.materializer = materializer;
    }

    static SmallProject open(Path folder, Memory memory) throws IOException {
        return open(folder, memory, Runs.LEASE, CrashPoints.NONE);
    }

    static SmallProject open(Path folder, Memory memory, Duration lease, CrashPoints crashPoints) throws IOException {
        return open(folder, memory, lease, crashPoints, Outcomes.Listener.NOBODY);
    }

    /// @param folder where the source is, and beside it all state; both are made if they are not there
    static SmallProject open(
            Path folder, Memory memory, Duration lease, CrashPoints crashPoints, Outcomes.Listener outcomes)
            throws IOException {
        // Several may be open in one process.
        String generationProperty = "weir.kills.generation." + folder.getFileName();
        Path source = folder.resolve("Gauges.java");
        if (!Files.exists(source)) {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve(ProjectLayout.FILE_NAME), "pools: {gauge: 1}\n");
            Files.writeString(source, SOURCE.replace("GENERATION", generationProperty));
        }
        ProjectLayout layout = ProjectLayout.find(folder, ProjectLayout.Wanted.source("Gauges.java"));
        layout.createState();
        Project project = Project.load(layout, ProjectOptions.NONE.processor(WeirProcessor::new));
        Database database = memory.open(layout.state(), NAME);
        Warehouse warehouse = Warehouse.open(layout.state().resolve("warehouse"), NAME);
        RandomGenerator random = () -> ThreadLocalRandom.current().nextLong();
        InstantSource clock = InstantSource.system();
        RunIds ids = new RunIds(clock, random);
        Materializer materializer = new Materializer(
                new Runs.Stores(
                        database.runs(),
                        Outcomes.toldOf(database.commits(), outcomes),
                        database.versions(),
                        database.sharedPools()),
                warehouse,
                new Runs.Identity("process " + ids.next(), clock, random, ids, Threads.OF_THIS_MACHINE, lease),
                crashPoints);
        return new SmallProject(generationProperty, project, memory, database, warehouse, materializer);
    }

    Database database() {
        return database;
    }

    Warehouse warehouse() {
        return warehouse;
    }

    /// Recovers as processes do that start, until nothing is left running or that has taken too long.
    void recover() {
        long deadline = System.nanoTime() + memory.untilTaken().toNanos();
        while (true) {
            boolean late = System.nanoTime() >= deadline;
            var _ = materializer.recover(project::definitions);
            if (late || isNothingRunning()) {
                return;
            }
            LockSupport.parkNanos(PAUSE);
        }
    }

    private boolean isNothingRunning() {
        return database.runs().latest(Integer.MAX_VALUE).stream()
                .allMatch(run -> run.status().isFinal());
    }

    /// Computes everything anew, with the rows of a generation.
    RunReport run(int generation, RunListener listener) {
        System.setProperty(generationProperty, String.valueOf(generation));
        try (Resources resources = project.newResources()) {
            return begin(resources, listener).await();
        }
    }

    /// Moves all pointers back to where they were before the last run, and holds them.
    void takeBackTheLastRun() {
        Names names = new Names(project.definitions().graph());
        Rollback rollback = new Rollback(
                project.definitions().graph(),
                EnvironmentName.MAIN,
                database.versions(),
                new VersionFiles(file -> warehouse.resolve(file.path()), names));
        Run last = database.runs().latest(1).getFirst();
        Changeset changeset = new Changeset(
                UUID.randomUUID(), EnvironmentName.MAIN, NOW, "", Optional.of(last.id()), rollback.of(last));
        if (materializer.move(changeset, project.definitions()) instanceof MoveOutcome.Refused refused) {
            throw rollback.refusal(refused);
        }
    }

    /// Lets go of what nobody needs: of each partition the newest versions are kept for their own sake. Nobody reads.
    void collect() {
        SortedMap<AssetKey, Retention> retention = new TreeMap<>();
        project.definitions().graph().keys().forEach(asset -> retention.put(asset, new Retention.Last(KEPT)));
        Collector collector =
                materializer.collector(database.collections(), EnvironmentName.MAIN, project::definitions);
        var _ = collector.condemn(new Decided.Policy(retention, NOW), Integer.MAX_VALUE);
        var _ = collector.remove(Duration.ZERO, Integer.MAX_VALUE);
    }

    /// Records a run, and leaves it at that.
    RunId onlyBegin() {
        try (Resources resources = project.newResources()) {
            return begin(resources, RunListener.SILENT).id();
        }
    }

    private Runs.Handle begin(Resources resources, RunListener listener) {
        RunRequest request = RunRequest.of(EnvironmentName.MAIN, AssetSelection.ALL, NOW).with(Force.SELECTED);
        RunPlan plan = materializer.plan(request, project.definitions());
        Materializer.Code code = new Materializer.Code(project.definitions(), resources, _ -> Silence.LOG, Outside.commandsIn(Path.of("")));
        Settings settings = new Settings(2, project.file().limits().pools());
        return materializer.begin(plan, code, Asked.typed("everything"), settings, listener);
    }

    @Override
    public void close() {
        database.close();
        project.close();
    }

    private enum Silence implements Log {
        LOG;

        @Override
        public void info(String message, Object... arguments) {}

        @Override
        public void warn(String message, Object... arguments) {}
    }
}
