package dev.weir.materializer.run;

import dev.weir.materializer.plan.Definitions;
import dev.weir.materializer.plan.RunPlan;
import dev.weir.materializer.publish.Claim;
import dev.weir.materializer.publish.CommitStore;
import dev.weir.materializer.publish.Committer;
import dev.weir.materializer.publish.GroupFiles;
import dev.weir.materializer.publish.RunLease;
import dev.weir.materializer.publish.RunLostException;
import dev.weir.materializer.publish.UnknownOutcome;
import dev.weir.materializer.revision.Revision;
import dev.weir.materializer.version.AssetPartition;
import dev.weir.materializer.version.RunId;
import dev.weir.materializer.version.VersionStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// Executes plans as recorded runs: takes a lease, claims what will be published, keeps the lease alive, and records how
/// the run ended. One object serves a process; threads may share it.
public final class Runs {

    /// How long a run stays a process's without a heartbeat, unless that is told otherwise.
    public static final Duration LEASE = Duration.ofSeconds(30);

    /// H2 takes arrays of at most 65,536 elements, and a smaller transaction keeps others waiting for less.
    private static final int CLAIMED_AT_ONCE = 16_384;

    private final Stores stores;
    private final GroupFiles files;
    private final Identity identity;

    public Runs(Stores stores, GroupFiles files, Identity identity) {
        this.stores = stores;
        this.files = files;
        this.identity = identity;
    }

    /// What remembers.
    ///
    /// @param pools where runs of other processes are at work too
    public record Stores(RunStore runs, CommitStore commits, VersionStore versions, Optional<PoolStore> pools) {

        /// Of runs that are all of this process.
        public Stores(RunStore runs, CommitStore commits, VersionStore versions) {
            this(runs, commits, versions, Optional.empty());
        }
    }

    /// Who acts, and where time and chance come from.
    ///
    /// @param owner names this process for its life
    /// @param lease how long a run stays this process's without a heartbeat, by the clock of the store
    public record Identity(
            String owner, InstantSource clock, RandomGenerator random, RunIds ids, Threads threads, Duration lease) {

        public Identity(String owner, InstantSource clock, RandomGenerator random, RunIds ids) {
            this(owner, clock, random, ids, Threads.OF_THIS_MACHINE, LEASE);
        }

        Duration heartbeat() {
            return lease.dividedBy(4);
        }
    }

    /// Everything that makes one run what it is.
    ///
    /// @param revision the commit the project is at, if it lies in a repository
    public record Order(
            RunPlan plan, Definitions definitions, Asked asked, Settings settings, Optional<Revision> revision) {

        /// Of a project that lies in no repository, as somebody has typed it.
        public Order(RunPlan plan, Definitions definitions, String request, Settings settings) {
            this(plan, definitions, Asked.typed(request), settings, Optional.empty());
        }
    }

    /// A run under way.
    public interface Handle {
        RunId id();

        /// Asks it to stop; returns at once. Any thread may call it, also after the end.
        void cancel(String why);

        /// The step whose code has called System.exit, by name, where that can be told. Any thread may ask.
        default Optional<String> exiting() {
            return Optional.empty();
        }

        /// The steps that have been at work for at least so long. Any thread may ask.
        default List<AtWork> atWork(Duration atLeast) {
            return List.of();
        }

        /// Runs to the end, in the calling thread. To be called once.
        RunReport await();
    }

    /// Records a run and takes it. Nothing is computed before [Handle#await] is called. It waits for nobody: who is at some of
    /// the same is fenced.
    ///
    /// @throws LaunchedBeforeException if there is a run with its launch key
    public Handle begin(Order order, StepRunner runner, RunListener listener) {
        return new Execution(record(order, stores.runs(), identity), order, Optional.empty(), runner, listener);
    }

    /// Takes a run that is recorded and has had its turn, with what is left to do of it by now.
    ///
    /// @throws RunLostException if it has ended meanwhile
    public Handle begin(QueuedRun queued, Order order, StepRunner runner, RunListener listener) {
        queued.plan(order.plan().steps().size());
        queued.close();
        return new Execution(queued.id(), order, queued.claims(), runner, listener);
    }

    static RunId record(Order order, RunStore runs, Identity identity) {
        RunId id = identity.ids().run();
        DefinitionSnapshot snapshot = DefinitionSnapshot.of(order.definitions());
        Run run = new Run(
                id,
                order.plan().environment(),
                RunStatus.QUEUED,
                order.asked().text(),
                snapshot.digest().toString(),
                order.plan().steps().size(),
                "",
                identity.clock().instant(),
                null,
                null,
                null,
                order.revision().orElse(null),
                order.asked().origin());
        runs.create(run, snapshot.content(), identity.lease());
        return id;
    }

    private final class Execution implements Handle {

        private final RunId id;
        private final Order order;
        private final Optional<List<Claim>> claimed;
        private final StepRunner runner;
        private final RunListener listener;
        private @Nullable RunExecutor executor;
        private @Nullable String cancelled;

        Execution(
                RunId id, Order order, Optional<List<Claim>> claimed, StepRunner runner, RunListener listener) {
            this.id = id;
            this.order = order;
            this.claimed = claimed;
            this.runner = runner;
            this.listener = listener;
        }

        @Override
        public RunId id() {
            return id;
        }

        @Override
        public synchronized void cancel(String why) {
            cancelled = why;
            if (executor != null) {
                executor.cancel(why);
            }
        }

        @Override
        public synchronized Optional<String> exiting() {
            return executor == null ? Optional.empty() : executor.exiting();
        }

        @Override
        public List<AtWork> atWork(Duration atLeast) {
            RunExecutor of;
            synchronized (this) {
                of = executor;
            }
            return of == null ? List.of() : of.atWork(atLeast);
        }

        @Override
        public RunReport await() {
            RunLease lease =
                    new RunLease(id, identity.owner(), order.plan().environment());
            if (!stores.runs().start(id, identity.owner(), identity.lease(), identity.clock().instant())) {
                return endedByOthers(new RunLostException(id));
            }
            try (Heartbeat _ = new Heartbeat(identity.threads(), () -> beat(lease), identity.heartbeat())) {
                return ended(execute(lease));
            } catch (RunLostException lost) {
                return endedByOthers(lost);
            } catch (RuntimeException | Error failure) {
                try {
                    boolean _ = finish(RunStatus.FAILED, Optional.of(String.valueOf(failure.getMessage())));
                } catch (RuntimeException another) {
                    failure.addSuppressed(another);
                }
                throw failure;
            }
        }

        private RunReport execute(RunLease lease) {
            RunExecutor run = new RunExecutor(
                    order.plan(),
                    order.definitions(),
                    new StepInputs(
                            order.plan(), order.definitions().graph(), stores.versions()),
                    new StepResults(
                            id,
                            order.definitions(),
                            claim(lease),
                            identity.clock(),
                            identity.ids()::version),
                    new RunExecutor.Parts(
                            runner,
                            committer(lease),
                            stores.pools(),
                            order.settings(),
                            listener,
                            identity.random(),
                            identity.threads()));
            synchronized (this) {
                executor = run;
                if (cancelled != null) {
                    run.cancel(cancelled);
                }
            }
            return run.run();
        }

        private Map<AssetPartition, Claim> claim(RunLease lease) {
            if (claimed.isPresent()) {
                return byTarget(claimed.get());
            }
            List<AssetPartition> targets = QueuedRun.targetsOf(order.plan());
            List<Claim> claims = new ArrayList<>(targets.size());
            for (int from = 0; from < targets.size(); from += CLAIMED_AT_ONCE) {
                List<AssetPartition> some = targets.subList(from, Math.min(targets.size(), from + CLAIMED_AT_ONCE));
                claims.addAll(stores.commits().claim(lease, some));
            }
            return byTarget(claims);
        }

        private static Map<AssetPartition, Claim> byTarget(List<Claim> claims) {
            Map<AssetPartition, Claim> all = HashMap.newHashMap(claims.size());
            claims.forEach(claim -> all.put(claim.target(), claim));
            return all;
        }

        /// Records the end, however often that takes, and returns what is recorded.
        private RunReport ended(RunReport report) {
            UnknownOutcome unknown = unknown();
            for (int attempt = 1; ; attempt++) {
                try {
                    return finish(report.status(), report.problem()) ? report : report.endedAs(recorded());
                } catch (RuntimeException failure) {
                    unknown.retry(attempt, failure);
                }
            }
        }

        // Before it could begin.
        private RunReport endedByOthers(RunLostException lost) {
            Run run = recorded();
            if (!run.status().isFinal()) {
                throw lost;
            }
            return new RunReport(run.status(), 0, 0, List.of(), List.of(), Optional.ofNullable(run.problem()));
        }

        // Whoever took the run away has given it its end, unless only its lease is over and nobody has looked yet.
        private Run recorded() {
            Instant now = identity.clock().instant();
            List<Run> _ = stores.runs().reap(now);
            return stores.runs().find(id).orElseThrow(() -> new RunLostException(id));
        }

        private UnknownOutcome unknown() {
            return new PatientRetry(identity.random(), identity.threads());
        }

        private Committer committer(RunLease lease) {
            return new Committer(
                    stores.commits(),
                    files,
                    lease,
                    identity.clock(),
                    identity.ids()::next,
                    unknown());
        }

        private void beat(RunLease lease) {
            if (!stores.runs().heartbeat(id, lease.owner(), identity.lease())) {
                cancel("its lease ended, or it was cancelled by somebody else");
            }
        }

        private boolean finish(RunStatus status, Optional<String> problem) {
            return stores.runs().finish(id, identity.owner(), status, identity.clock().instant(), problem);
        }
    }
}
