package dev.weir.cli.wiring;

import dev.weir.assets.AssetKey;
import dev.weir.assets.graph.AssetSelection;
import dev.weir.assets.problem.ProblemCode;
import dev.weir.assets.problem.WeirException;
import dev.weir.assets.spec.AssetSpec;
import dev.weir.assets.spec.Retention;
import dev.weir.cli.log.RunLog;
import dev.weir.cli.run.InterruptedWaiting;
import dev.weir.lineageui.view.StepAtWork;
import dev.weir.materializer.Materializer;
import dev.weir.materializer.adopt.Adopting;
import dev.weir.materializer.backup.Backup;
import dev.weir.materializer.backup.KnownCommits;
import dev.weir.materializer.child.ChildJvm;
import dev.weir.materializer.child.OwnProcesses;
import dev.weir.materializer.collect.CollectionStore;
import dev.weir.materializer.collect.Collector;
import dev.weir.materializer.collect.Decided;
import dev.weir.materializer.doctor.Doctor;
import dev.weir.materializer.doctor.Examined;
import dev.weir.materializer.history.Forgetting;
import dev.weir.materializer.history.HistoryStore;
import dev.weir.materializer.history.Lookback;
import dev.weir.materializer.memory.InMemoryStore;
import dev.weir.materializer.plan.Definitions;
import dev.weir.materializer.plan.RunPlan;
import dev.weir.materializer.plan.RunPlanner;
import dev.weir.materializer.project.DeclaredAt;
import dev.weir.materializer.project.EffectiveValue;
import dev.weir.materializer.project.Project;
import dev.weir.materializer.project.ProjectFile;
import dev.weir.materializer.project.ProjectLayout;
import dev.weir.materializer.project.ProjectOptions;
import dev.weir.materializer.project.ResourceException;
import dev.weir.materializer.project.Resources;
import dev.weir.materializer.project.Upkeep;
import dev.weir.materializer.publish.Changeset;
import dev.weir.materializer.publish.CrashPoints;
import dev.weir.materializer.publish.Move;
import dev.weir.materializer.publish.MoveOutcome;
import dev.weir.materializer.publish.RunLostException;
import dev.weir.materializer.revision.Revision;
import dev.weir.materializer.revision.RevisionQuestion;
import dev.weir.materializer.run.Asked;
import dev.weir.materializer.run.AtWork;
import dev.weir.materializer.run.PoolSlots;
import dev.weir.materializer.run.QueuedRun;
import dev.weir.materializer.run.RunIds;
import dev.weir.materializer.run.RunListener;
import dev.weir.materializer.run.RunReport;
import dev.weir.materializer.run.RunStore;
import dev.weir.materializer.run.Runs;
import dev.weir.materializer.run.Settings;
import dev.weir.materializer.step.ExternalLook;
import dev.weir.materializer.step.Outside;
import dev.weir.materializer.step.StepLogging;
import dev.weir.materializer.value.DuckDb;
import dev.weir.materializer.version.AssetPartition;
import dev.weir.materializer.version.EnvironmentName;
import dev.weir.materializer.version.KeyNumbers;
import dev.weir.materializer.version.Names;
import dev.weir.materializer.version.RunId;
import dev.weir.materializer.version.Version;
import dev.weir.materializer.version.VersionStore;
import dev.weir.materializer.warehouse.NotedAdoptions;
import dev.weir.materializer.warehouse.NotedNames;
import dev.weir.materializer.warehouse.Recovery;
import dev.weir.materializer.warehouse.Warehouse;
import dev.weir.metadata.Compacted;
import dev.weir.metadata.Database;
import dev.weir.metadata.Declared;
import dev.weir.metadata.Rebuilt;
import dev.weir.partitions.PartitionSet;
import dev.weir.processor.WeirProcessor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A project on disk, with its database and its warehouse. Not for several threads.
final class ProjectWorkspace implements Workspace {
    // By name, as it is never needed here.
    private static final String CHILD = "dev.weir.cli.Child";
    private static final Duration PATIENCE_WITH_GIT = Duration.ofMillis(500);
    private static final String NEVER_BEGUN = "its command ended before it began";

    private final ProjectLayout layout;
    private final Session.Context context;
    private final Session.Target target;
    private final Surroundings surroundings;
    private final Classes classes;
    private @Nullable Project project;
    private @Nullable Definitions definitions;
    private Databases.@Nullable Memory memory;
    private Turns.@Nullable Place turn;
    private @Nullable QueuedRun queued;
    private @Nullable RunId begun;
    private Runs.@Nullable Stores stores;
    private @Nullable Materializer materializer;
    private @Nullable Warehouse warehouse;
    private @Nullable NotedAdoptions adoptions;
    private @Nullable RevisionQuestion revision;

    /// Which classes a project that Maven builds is loaded from.
    private enum Classes {
        UP_TO_DATE,
        AS_THEY_ARE
    }

    /// What it shares with the other commands of this process, and with who waits for it.
    ///
    /// @param writing called before anything is written
    /// @param variables of the environment, for the processes that it starts
    record Surroundings(Databases databases, Map<String, String> variables, Runnable writing) {}

    ProjectWorkspace(ProjectLayout layout, Session.Context context, Session.Target target, Surroundings surroundings) {
        this(layout, context, target, surroundings, Classes.UP_TO_DATE);
    }

    private ProjectWorkspace(
            ProjectLayout layout,
            Session.Context context,
            Session.Target target,
            Surroundings surroundings,
            Classes classes) {
        this.layout = layout;
        this.context = context;
        this.target = target;
        this.surroundings = surroundings;
        this.classes = classes;
    }

    @Override
    public Workspace asLastCompiled() {
        return new ProjectWorkspace(layout, context, target, surroundings, Classes.AS_THEY_ARE);
    }

    @Override
    public Definitions definitions() {
        if (definitions == null) {
            definitions = project().definitions().numbered(this::keyNumbers);
        }
        return definitions;
    }

    private KeyNumbers keyNumbers() {
        stores();
        return memory != null ? memory.database().keyNumbers() : new InMemoryStore(context.clock()).keyNumbers();
    }

    @Override
    public Map<String, AssetSelection> jobs() {
        Map<String, AssetSelection> jobs = new LinkedHashMap<>();
        project().file().jobs().forEach((name, job) -> jobs.put(name, job.selection()));
        return jobs;
    }

    @Override
    public List<EffectiveValue> configuration(Optional<AssetKey> asset) {
        if (asset.isPresent()) {
            return project().effective(asset.get());
        }
        List<EffectiveValue> values = new ArrayList<>(places().effective());
        values.addAll(project().effective());
        return values;
    }

    @Override
    public DeclaredAt declaredAt(AssetKey asset, DeclaredAt.Detail detail) {
        return project().declaredAt(asset, detail);
    }

    @Override
    public Map<String, Object> schema() {
        return Project.schema(layout, options());
    }

    @Override
    public VersionStore versions() {
        return stores().versions();
    }

    @Override
    public CollectionStore collections() {
        stores();
        return memory != null ? memory.database().collections() : new InMemoryStore(context.clock()).collections();
    }

    @Override
    public Collector collector(EnvironmentName environment) {
        return writable().collector(collections(), environment, this::definitions);
    }

    @Override
    public Forgetting forgetting() {
        stores();
        HistoryStore history =
                memory != null ? memory.database().history() : new InMemoryStore(context.clock()).history();
        Instant now = context.clock().instant();
        return new Forgetting(
                history,
                asset -> Lookback.of(definitions().checksOf(asset)),
                new Forgetting.Ages(upkeep().runsOrDefault().oldest(now), upkeep().logsOrDefault().oldest(now)),
                () -> writable().settle());
    }

    @Override
    public Optional<Compacted> compact() {
        return memory == null ? Optional.empty() : memory.database().compact();
    }

    @Override
    public Upkeep upkeep() {
        return project().file().upkeep();
    }

    @Override
    public RunStore runs() {
        return stores().runs();
    }

    @Override
    public RunStore recordedRuns() {
        Places places = placesAlone();
        return places.exist() ? memory(places).database().runs() : new InMemoryStore(context.clock()).runs();
    }

    @Override
    public Path pathOf(String path) {
        return places().warehouse().resolve(path);
    }

    @Override
    public Home home() {
        String folder = String.valueOf(layout.root().getFileName());
        ProjectFile.Identity identity = project().file().identity();
        return new Home(identity.name().or(identity::id).orElse(folder), layout.state());
    }

    @Override
    public Sources sources() {
        Set<Path> paths = new TreeSet<>(project == null ? Set.of() : project.files());
        paths.add(layout.root().resolve(ProjectLayout.FILE_NAME));
        MavenProject maven = new MavenProject(layout, context);
        if (layout.source().isPresent()) {
            paths.add(layout.source().get());
        } else if (maven.isBuiltHere()) {
            paths.addAll(maven.sources());
        } else {
            paths.addAll(layout.buildFolders());
        }
        return new Sources(paths);
    }

    @Override
    public void prepareToWrite() {
        revision = RevisionQuestion.about(layout.root(), layout.source().orElse(layout.root()));
        createState();
        System.setProperty(
                DuckDb.TEMPORARY_FOLDER_PROPERTY, layout.state().resolve("tmp").toString());
        Database opened = database();
        surroundings.writing().run();
        Runs.Stores writable = storesOf(opened);
        stores = writable;
        definitions = null;
        Warehouse files = Warehouse.open(places().warehouse(), places().project());
        new LostMemory(opened, files).refuse();
        NotedNames names = new NotedNames(files, opened.names(), writable.versions()::sequence, UUID::randomUUID);
        names.recover();
        boolean renamed = new Renamings(project().definitions().graph()).keepIn(names, context.console().err()::line);
        warehouse = files;
        adoptions = new NotedAdoptions(files, opened.adoptions());
        Materializer made = materializer(writable, files);
        new CutShort(stores.runs(), this::graph, stepsAtWork())
                .tell(made.recover(this::definitions), context.console().err()::line);
        adoptions.recover();
        if (renamed || files.isShownElsewhere(EnvironmentName.MAIN)) {
            made.show(EnvironmentName.MAIN, definitions());
        }
        materializer = made;
    }

    private Materializer materializer(Runs.Stores writable, Warehouse files) {
        RandomGenerator random = () -> ThreadLocalRandom.current().nextLong();
        RunIds ids = new RunIds(context.clock(), random);
        String owner = ProcessHandle.current().pid() + "-" + ids.next();
        return new Materializer(
                writable, files, new Runs.Identity(owner, context.clock(), random, ids), CrashPoints.NONE);
    }

    @Override
    public List<Examined> examine(Doctor.Depth depth, Doctor.Listener listener) {
        Path folder = places().warehouse();
        if (!places().exist()) {
            return List.of(LostMemory.examinedWithout(folder));
        }
        Database opened = database();
        Warehouse files = Warehouse.open(folder, places().project());
        Names names = new Names(graph());
        Doctor.Project examined = new Doctor.Project(
                opened.inventory(),
                versions(),
                runs(),
                files,
                () -> materializer(stores(), files)
                        .view(EnvironmentName.MAIN, definitions())
                        .compare(graph().assets().stream().map(AssetSpec::key).toList()),
                new Doctor.Naming(names::of, names::of),
                context.clock());
        List<Examined> all = new ArrayList<>();
        all.add(new LostMemory(opened, files).examined(places().project()));
        all.addAll(new Doctor(examined, depth, listener).examine());
        return all;
    }

    @Override
    public Rebuild rebuild() {
        createState();
        Database opened = database();
        surroundings.writing().run();
        Warehouse files = Warehouse.open(places().warehouse(), places().project());
        Rebuilt rebuilt = opened.rebuild(files, new Declared(project().definitions().graph()));
        stores = storesOf(opened);
        definitions = null;
        Recovery.Recovered recovered = materializer(stores, files).recoverRebuilt(this::definitions);
        new NotedAdoptions(files, opened.adoptions()).recover();
        return new Rebuild(opened.name(), rebuilt, recovered);
    }

    @Override
    public Database.Migration migrate() {
        return placesAlone().migrate();
    }

    @Override
    public Backup.Taken backup(Path folder, LongConsumer progress) {
        Places places = placesAlone();
        if (!places.exist()) {
            throw new WeirException(
                    ProblemCode.BACKUP_REFUSED, "This project has no database yet: there is nothing to back up.");
        }
        Database opened = memory(places).database();
        Warehouse files = Warehouse.open(places.warehouse(), places.project());
        return new Backup(folder).take(opened.rows(), files, context.clock().instant(), progress);
    }

    @Override
    public Backup.Taken restore(Path folder, LongConsumer progress) {
        Backup backup = new Backup(folder);
        Places places = placesAlone();
        createState();
        places.requireIdOf(backup);
        Database opened = memory(places).database();
        Warehouse files = Warehouse.open(places.warehouse(), places.project());
        Backup.Taken taken = backup.restore(
                opened.rows(),
                new KnownCommits(opened.commits(), opened.adoptions(), opened.versions(), opened.inventory()),
                files,
                progress);
        showRestored();
        return taken;
    }

    // What was restored is there, whatever is wrong with the declarations.
    private void showRestored() {
        try {
            prepareToWrite();
            writable().show(EnvironmentName.MAIN, definitions());
        } catch (WeirException wrong) {
            context.console()
                    .err()
                    .line("Outside readers see it after the next weir materialize; now it cannot be shown: " + wrong.getMessage());
        }
    }

    @Override
    public void requireMemory() {
        Path folder = places().warehouse();
        if (!places().exist()) {
            LostMemory.refuseWithout(folder);
        } else if (LostMemory.isPublishedTo(folder) && LostMemory.remembersNothing(database())) {
            new LostMemory(database(), Warehouse.open(folder, places().project())).refuse();
        }
    }

    @Override
    public RunPlan plan(Function<RunPlanner, RunPlan> asking) {
        boolean looks = graph().assets().stream().anyMatch(asset -> asset.computation().isExternal());
        if (!looks) {
            return Workspace.super.plan(asking);
        }
        try (Resources resources = project().newResources()) {
            ExternalLook look = new ExternalLook(definitions(), () -> resources, settings(OptionalInt.empty()));
            return asking.apply(new RunPlanner(definitions(), versions(), look));
        }
    }

    @Override
    public int parallel(OptionalInt wanted) {
        return Workspace.super.parallel(wanted.isPresent() ? wanted : project().file().limits().parallel());
    }

    @Override
    public RunPlan inTurn(RunPlan plan, Supplier<RunPlan> again, Asked asked) {
        try {
            return inTurn(plan, again, asked, (_, other) -> say("Waiting for %s, which is at work on %s ..."
                    .formatted(
                            other.run().map("run %s"::formatted).orElse("another weir"),
                            new Names(graph()).of(other.target()))));
        } catch (RunLostException ended) {
            say("Somebody has ended run %s while it waited: nothing was begun.".formatted(begun));
            throw new InterruptedWaiting();
        }
    }

    private void say(String line) {
        context.console().err().line(line);
        context.console().flush();
    }

    @Override
    public RunPlan inTurn(RunPlan plan, Supplier<RunPlan> again, Asked asked, Waiting waiting) {
        if (plan.steps().isEmpty()) {
            return plan;
        }
        Turns.Place place = memory().together().turns().place();
        turn = place;
        QueuedRun own = queue(plan, asked);
        queued = own;
        place.isRun(own.id());
        RunPlan due = new TakingTurns(place, own, context.interruption(), waiting).take(plan, again);
        if (due.steps().isEmpty()) {
            own.succeed();
            queued = null;
        }
        return due;
    }

    private QueuedRun queue(RunPlan plan, Asked asked) {
        project().requireWhatIsAskedFor(plan);
        QueuedRun recorded = writable()
                .queue(new Runs.Order(plan, definitions(), asked, settings(OptionalInt.empty()), revision()));
        isAt(recorded.id(), _ -> withdraw());
        return recorded;
    }

    @Override
    public Runs.Handle begin(RunPlan plan, Asked asked, OptionalInt parallel, RunListener listener) {
        QueuedRun waited = queued;
        Settings settings = settings(parallel);
        Runs.Handle handle = begin(
                plan,
                listener,
                code -> waited == null
                        ? writable().begin(plan, code, asked, settings, listener)
                        : writable().begin(waited, plan, code, asked, settings, listener));
        queued = null;
        return handle;
    }

    private Runs.Handle begin(RunPlan plan, RunListener listener, Function<Materializer.Code, Runs.Handle> begin) {
        if (warehouse == null) {
            throw new IllegalStateException("Nothing was prepared to write");
        }
        project().requireWhatIsAskedFor(plan);
        Resources resources = project().newResources();
        // What steps start find it among their variables.
        places().password().ifPresent(resources.mask()::add);
        RunLog logs = new RunLog(logs(), new Names(graph()), context.clock(), listener, resources.mask());
        Runs.Handle handle = begin.apply(
                new Materializer.Code(definitions(), resources, logs, outside(warehouse, logs), revision()));
        isAt(handle.id(), handle::cancel);
        StepsAtWork steps = new StepsAtWork(stepsAtWork(), handle, new Names(graph()), context.clock());
        return new Closing(handle, resources, logs, steps, context.console().err()::line);
    }

    private void isAt(RunId run, Consumer<String> stop) {
        begun = run;
        memory().together().runs().add(run, stop);
        if (turn != null) {
            turn.isRun(run);
        }
    }

    private void withdraw() {
        if (turn != null) {
            turn.withdraw();
        }
    }

    @Override
    public Optional<Stopping> cancel(RunId run, String why) {
        surroundings.writing().run();
        Databases.Memory remembering = memory(placesAlone());
        if (!remembering.database().runs().cancel(run, context.clock().instant(), why)) {
            return Optional.empty();
        }
        return Optional.of(remembering.together().runs().stop(run, why) ? Stopping.AT_ONCE : Stopping.WITH_ITS_HEARTBEAT);
    }

    private Materializer writable() {
        if (materializer == null) {
            throw new IllegalStateException("Nothing was prepared to write");
        }
        return materializer;
    }

    private Settings settings(OptionalInt parallel) {
        return new Settings(parallel(parallel), project().file().limits().pools(), slots());
    }

    private PoolSlots slots() {
        return memory == null ? new PoolSlots() : memory.together().slots();
    }

    private Path stepsAtWork() {
        return layout.state().resolve("running");
    }

    private Outside outside(Warehouse files, StepLogging logs) {
        OwnProcesses.Here here = new OwnProcesses.Here(
                ChildJvm.ofThisProcess(CHILD),
                project()::image,
                layout.root(),
                surroundings.variables(),
                files,
                places().project(),
                context.clock());
        return new Outside(layout.root(), surroundings.variables(), new OwnProcesses(here, definitions(), logs));
    }

    // By now git has had the time it takes to read a project and to plan.
    private Optional<Revision> revision() {
        return revision == null ? Optional.empty() : revision.answer(PATIENCE_WITH_GIT);
    }

    @Override
    public List<Version> accept(
            EnvironmentName environment, AssetKey asset, List<Version> current, String reason) {
        if (adoptions == null) {
            throw new IllegalStateException("Nothing was prepared to write");
        }
        return new Adopting(definitions(), environment, adoptions)
                .accept(asset, current, newId(), reason, context.clock().instant());
    }

    @Override
    public MoveOutcome move(
            EnvironmentName environment, List<Move> moves, String reason, Optional<RunId> undoes) {
        Changeset changeset = new Changeset(newId(), environment, context.clock().instant(), reason, undoes, moves);
        return writable().move(changeset, definitions());
    }

    @Override
    public PartitionSet release(EnvironmentName environment, AssetKey asset, Optional<PartitionSet> partitions) {
        return stores()
                .commits()
                .release(newId(), environment, asset, partitions, context.clock().instant());
    }

    private UUID newId() {
        return new RunIds(context.clock(), () -> ThreadLocalRandom.current().nextLong()).next();
    }

    @Override
    public Optional<Path> logOf(RunId run) {
        return Optional.of(RunLog.fileOf(logs(), run)).filter(Files::exists);
    }

    @Override
    public List<RunId> logged() {
        try (Stream<Path> files = Files.exists(logs()) ? Files.list(logs()) : Stream.of()) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.matches("[0-9a-f-]{36}\\.log"))
                    .sorted(Comparator.reverseOrder())
                    .map(name -> new RunId(UUID.fromString(name.substring(0, 36))))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public List<StepAtWork> atWork(RunId run) {
        return StepsAtWork.of(stepsAtWork(), run);
    }

    private Path logs() {
        return layout.state().resolve("logs");
    }

    @Override
    public void close() {
        if (memory != null) {
            if (queued != null) {
                queued.cancel(NEVER_BEGUN);
            }
            if (begun != null) {
                memory.together().runs().remove(begun);
            }
            if (turn != null) {
                turn.close();
            }
            tidyUp();
            memory.giveBack().run();
        }
        if (project != null) {
            project.close();
        }
    }

    // When whoever asked for a run has their answer, and others have their turn.
    private void tidyUp() {
        DailyUpkeep daily = new DailyUpkeep(layout.state(), context.clock().instant());
        if (begun != null && materializer != null && daily.isDue()) {
            daily.run(
                    collector(EnvironmentName.MAIN),
                    forgetting(),
                    Decided.Policy.of(graph(), new Retention.All(), context.clock().instant()),
                    upkeep(),
                    logs());
        }
    }

    private Project project() {
        if (project == null) {
            project = Project.load(layout, options());
        }
        return project;
    }

    private ProjectOptions options() {
        MavenProject maven = new MavenProject(layout, context);
        List<Path> libraries =
                switch (classes) {
                    case UP_TO_DATE -> maven.prepare();
                    case AS_THEY_ARE -> maven.lastLibraries();
                };
        return new ProjectOptions(target.config(), target.jobs(), libraries, WeirProcessor::new, context.variables());
    }

    /// The stores to look at: those of the database, or empty ones if there is no database yet.
    private Runs.Stores stores() {
        if (stores == null) {
            if (places().exist()) {
                Database opened = database();
                new Renamings(project().definitions().graph()).readIn(opened.names());
                stores = storesOf(opened);
            } else {
                InMemoryStore empty = new InMemoryStore(context.clock());
                stores = new Runs.Stores(empty.runs(), empty.commits(), empty.versions());
            }
        }
        return stores;
    }

    private static Runs.Stores storesOf(Database opened) {
        return new Runs.Stores(opened.runs(), opened.commits(), opened.versions(), opened.sharedPools());
    }

    private Database database() {
        return memory().database();
    }

    private Databases.Memory memory() {
        return memory != null ? memory : memory(places());
    }

    private Databases.Memory memory(Places places) {
        if (memory == null) {
            Databases.Waiting waiting =
                    switch (classes) {
                        case UP_TO_DATE -> Databases.Waiting.A_WHILE;
                        case AS_THEY_ARE -> Databases.Waiting.NOT_AT_ALL;
                    };
            memory = places.open(surroundings.databases(), waiting);
        }
        return memory;
    }

    private Places places() {
        return new Places(layout, project().file(), context.variables());
    }

    // For what needs no declarations.
    private Places placesAlone() {
        return project != null
                ? places()
                : new Places(
                        layout, layout.file().map(ProjectFile::read).orElse(ProjectFile.EMPTY), context.variables());
    }

    private void createState() {
        try {
            layout.createState();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /// Closes what a run used when it is over.
    private record Closing(
            Runs.Handle handle, Resources resources, RunLog logs, StepsAtWork steps, Consumer<String> tell)
            implements Runs.Handle {
        @Override
        public RunId id() {
            return handle.id();
        }

        @Override
        public void cancel(String why) {
            handle.cancel(why);
        }

        @Override
        public Optional<String> exiting() {
            return handle.exiting();
        }

        @Override
        public List<AtWork> atWork(Duration atLeast) {
            return handle.atWork(atLeast);
        }

        @Override
        public RunReport await() {
            try (logs;
                    steps) {
                steps.follow();
                return handle.await();
            } finally {
                closeResources();
            }
        }

        // What was computed is published by now, and stays so.
        private void closeResources() {
            try {
                resources.close();
            } catch (ResourceException failed) {
                tell.accept("Resource " + failed.getMessage());
            }
        }
    }
}
