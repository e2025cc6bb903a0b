package dev.weir.materializer;

import dev.weir.assets.AssetKey;
import dev.weir.assets.spec.AssetSpec;
import dev.weir.materializer.collect.CollectionStore;
import dev.weir.materializer.collect.Collector;
import dev.weir.materializer.plan.Definitions;
import dev.weir.materializer.plan.RunPlan;
import dev.weir.materializer.plan.RunPlanner;
import dev.weir.materializer.plan.RunRequest;
import dev.weir.materializer.publish.Changeset;
import dev.weir.materializer.publish.CrashPoints;
import dev.weir.materializer.publish.MoveOutcome;
import dev.weir.materializer.revision.Revision;
import dev.weir.materializer.rollback.Moving;
import dev.weir.materializer.run.Asked;
import dev.weir.materializer.run.AtWork;
import dev.weir.materializer.run.PatientRetry;
import dev.weir.materializer.run.QueuedRun;
import dev.weir.materializer.run.Run;
import dev.weir.materializer.run.RunListener;
import dev.weir.materializer.run.RunReport;
import dev.weir.materializer.run.Runs;
import dev.weir.materializer.run.Settings;
import dev.weir.materializer.run.StepRunner;
import dev.weir.materializer.step.AssetStepRunner;
import dev.weir.materializer.step.Outside;
import dev.weir.materializer.step.StepLogging;
import dev.weir.materializer.step.UserCode;
import dev.weir.materializer.version.AssetPartition;
import dev.weir.materializer.version.EnvironmentName;
import dev.weir.materializer.version.RunId;
import dev.weir.materializer.warehouse.Recovery;
import dev.weir.materializer.warehouse.ViewFollower;
import dev.weir.materializer.warehouse.ViewProjector;
import dev.weir.materializer.warehouse.Warehouse;
import dev.weir.partitions.PartitionKey;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/// Plans requests, and runs plans over a warehouse and the stores that remember it. Threads may share it.
public final class Materializer {

    private final Runs.Stores stores;
    private final Warehouse warehouse;
    private final Runs.Identity identity;
    private final CrashPoints crashPoints;
    private final Passages passages;

    /// @param crashPoints hears where a publication could be cut short; [CrashPoints#NONE] outside tests
    public Materializer(
            Runs.Stores stores, Warehouse warehouse, Runs.Identity identity, CrashPoints crashPoints) {
        this.stores = stores;
        this.warehouse = warehouse;
        this.identity = identity;
        this.crashPoints = crashPoints;
        this.passages = new Passages(crashPoints);
    }

    /// What a project is at when a run of it begins.
    ///
    /// @param logs where the lines go that a step's method writes
    /// @param outside where steps run that do not run in this process
    /// @param revision the commit it is at, if it lies in a repository
    public record Code(
            Definitions definitions,
            UserCode user,
            StepLogging logs,
            Outside outside,
            Optional<Revision> revision) {

        /// Of a project that lies in no repository.
        public Code(Definitions definitions, UserCode user, StepLogging logs, Outside outside) {
            this(definitions, user, logs, outside, Optional.empty());
        }
    }

    /// What would be done. Changes nothing.
    ///
    /// @throws dev.weir.assets.problem.WeirException if the request cannot be planned, with all that is wrong
    public RunPlan plan(RunRequest request, Definitions definitions) {
        return new RunPlanner(definitions, stores.versions()).plan(request);
    }

    /// Records a run of a plan; [Runs.Handle#await] executes it.
    ///
    /// @throws dev.weir.materializer.run.LaunchedBeforeException if there is a run with its launch key
    public Runs.Handle begin(RunPlan plan, Code code, Asked asked, Settings settings, RunListener listener) {
        Runs.Order order = new Runs.Order(plan, code.definitions(), asked, settings, code.revision());
        return begin(plan, code, (runs, runner) -> runs.begin(order, runner, listener));
    }

    /// Records a run that waits for its turn.
    ///
    /// @throws dev.weir.materializer.run.LaunchedBeforeException if there is a run with its launch key
    public QueuedRun queue(Runs.Order order) {
        return QueuedRun.of(order, passages.of(stores), identity);
    }

    /// Takes a run that has waited, with what is left to do of it by now; [Runs.Handle#await] executes it.
    public Runs.Handle begin(
            QueuedRun queued, RunPlan plan, Code code, Asked asked, Settings settings, RunListener listener) {
        Runs.Order order = new Runs.Order(plan, code.definitions(), asked, settings, code.revision());
        return begin(plan, code, (runs, runner) -> runs.begin(queued, order, runner, listener));
    }

    private Runs.Handle begin(RunPlan plan, Code code, BiFunction<Runs, StepRunner, Runs.Handle> begin) {
        Function<AssetPartition, PartitionKey> keys = target -> keyOf(code.definitions(), target);
        ViewFollower files = new ViewFollower(
                warehouse.groupFiles(keys, crashPoints, code.revision()),
                view(plan.environment(), code.definitions()),
                identity.clock());
        StepRunner runner = new AssetStepRunner(
                code.user(),
                code.definitions(),
                warehouse.objects(crashPoints),
                stores.versions(),
                plan.environment(),
                identity.clock(),
                code.logs(),
                code.outside());
        Runs.Handle handle =
                begin.apply(new Runs(passages.of(stores), passages.of(files), identity), passages.of(runner));
        return new Tidy(handle, files);
    }

    /// Moves the pointers of a changeset, and shows outside readers.
    public MoveOutcome move(Changeset changeset, Definitions definitions) {
        Function<AssetPartition, PartitionKey> keys = target -> keyOf(definitions, target);
        return new Moving(
                        stores.commits(),
                        warehouse.changesetFiles(keys, crashPoints),
                        view(changeset.environment(), definitions),
                        new PatientRetry(identity.random(), identity.threads()),
                        crashPoints)
                .move(changeset);
    }

    /// Lets go of what nobody needs.
    ///
    /// @param environment whose outside readers are shown what is current, before anything of theirs may go
    public Collector collector(CollectionStore collections, EnvironmentName environment, Supplier<Definitions> definitions) {
        return new Collector(
                collections,
                warehouse.condemnedFiles(crashPoints),
                () -> {
                    long _ = view(environment, definitions.get()).projectDurably();
                },
                crashPoints);
    }

    /// Shows outside readers what is current by now.
    public void show(EnvironmentName environment, Definitions definitions) {
        long _ = view(environment, definitions).project();
    }

    /// What outside readers are shown of an environment.
    public ViewProjector view(EnvironmentName environment, Definitions definitions) {
        Map<AssetKey, AssetKey> renamed = new HashMap<>();
        for (AssetSpec asset : definitions.graph().assets()) {
            asset.formerKeys().forEach(former -> renamed.put(former, asset.key()));
        }
        return warehouse.view(
                environment,
                stores.versions(),
                target -> shownKeyOf(definitions, target),
                renamed,
                identity.clock(),
                crashPoints);
    }

    private static PartitionKey keyOf(Definitions definitions, AssetPartition target) {
        return definitions.graph().asset(target.asset()).partitions().keyOf(target.ordinal());
    }

    // Of an asset that is declared no more nothing tells the keys of its partitions, only their numbers.
    private static PartitionKey shownKeyOf(Definitions definitions, AssetPartition target) {
        return definitions
                .graph()
                .find(target.asset())
                .map(asset -> asset.partitions().keyOf(target.ordinal()))
                .orElseGet(() -> target.ordinal() == 0
                        ? PartitionKey.UNPARTITIONED
                        : new PartitionKey(String.valueOf(target.ordinal())));
    }

    /// Ends what dead processes have left running, and clears away what they left behind. To be called when a process
    /// has opened the stores.
    ///
    /// @param definitions asked for only if outside readers have to be shown what a process moved that died
    /// @return the runs that turned out to be dead
    public List<Run> recover(Supplier<Definitions> definitions) {
        List<Run> dead = stores.runs().reap(identity.clock().instant());
        Consumer<EnvironmentName> show = environment -> {
            long _ = view(environment, definitions.get()).project();
        };
        Recovery.Recovered _ = warehouse
                .recovery(this::hasEnded, stores.commits()::committed, show, crashPoints)
                .run();
        return dead;
    }

    /// Clears away what runs have left that a memory which was made anew knows nothing of: whoever made it anew knows that there
    /// is no other. Shows outside readers what is current.
    public Recovery.Recovered recoverRebuilt(Supplier<Definitions> definitions) {
        Recovery.Recovered recovered = warehouse
                .recovery(
                        run -> stores.runs().find(run).isEmpty() || hasEnded(run),
                        stores.commits()::committed,
                        _ -> {},
                        crashPoints)
                .run();
        view(EnvironmentName.MAIN, definitions.get()).projectAnew();
        return recovered;
    }

    /// Makes durable what was cleared away of runs. To be called before any of them is forgotten: what comes back of one that nobody knows
    /// nobody clears away.
    public void settle() {
        warehouse.settle();
    }

    // A run that this database does not know may be known to another: what it left is not ours to remove.
    private boolean hasEnded(RunId run) {
        return stores.runs().find(run).map(known -> known.status().isFinal()).orElse(false);
    }

    /// When the run has ended, shows outside readers all of it, and removes its staging folder.
    private final class Tidy implements Runs.Handle {

        private final Runs.Handle handle;
        private final ViewFollower views;

        Tidy(Runs.Handle handle, ViewFollower views) {
            this.handle = handle;
            this.views = views;
        }

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
            RunReport report;
            try (views) {
                report = handle.await();
            }
            warehouse.objects(crashPoints).endRun(handle.id());
            return report;
        }
    }
}
