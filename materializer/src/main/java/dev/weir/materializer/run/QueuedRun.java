package dev.weir.materializer.run;

import dev.weir.materializer.plan.PlannedAction;
import dev.weir.materializer.plan.PlannedStep;
import dev.weir.materializer.plan.RunPlan;
import dev.weir.materializer.publish.Claim;
import dev.weir.materializer.publish.CommitStore;
import dev.weir.materializer.publish.Rival;
import dev.weir.materializer.publish.RunLostException;
import dev.weir.materializer.publish.Turn;
import dev.weir.materializer.run.Runs.Identity;
import dev.weir.materializer.run.Runs.Order;
import dev.weir.materializer.run.Runs.Stores;
import dev.weir.materializer.version.AssetPartition;
import dev.weir.materializer.version.RunId;
import java.util.List;
import java.util.Optional;

/// A run that is recorded and waits for its turn: this process says that it has not forgotten it, until it begins or this is
/// closed. Threads may share it.
public final class QueuedRun implements AutoCloseable {

    private final RunId id;
    private final RunStore runs;
    private final CommitStore commits;
    private final Identity identity;
    private final Heartbeat heartbeat;
    private volatile int planned;
    private Optional<List<Claim>> claims = Optional.empty();

    private QueuedRun(RunId id, int planned, Stores stores, Identity identity) {
        this.id = id;
        this.planned = planned;
        this.runs = stores.runs();
        this.commits = stores.commits();
        this.identity = identity;
        heartbeat = new Heartbeat(
                identity.threads(),
                () -> {
                    boolean _ = runs.keepQueued(id, this.planned, identity.lease());
                },
                identity.heartbeat());
    }

    /// @throws LaunchedBeforeException if there is a run with its launch key
    public static QueuedRun of(Order order, Stores stores, Identity identity) {
        RunId id = Runs.record(order, stores.runs(), identity);
        return new QueuedRun(id, order.plan().steps().size(), stores, identity);
    }

    public RunId id() {
        return id;
    }

    /// How somebody waits for a turn.
    public interface Patience {
        /// It is this one that is waited for, from now on.
        void waitsFor(Rival rival);

        /// Lets a while pass.
        void pause();
    }

    /// Claims what a plan computes, if no other run is at some of it; otherwise waits until none is, having claimed nothing.
    /// What a plan is to compute may have been done by then: it is to be made anew.
    ///
    /// @return whether it has waited; otherwise it has its turn
    /// @throws RunLostException if it has ended meanwhile
    public boolean waits(RunPlan plan, Patience patience) {
        Optional<Rival> first = take(plan);
        Optional<RunId> told = Optional.empty();
        for (Optional<Rival> rival = first; rival.isPresent(); rival = rival(plan)) {
            Optional<RunId> run = rival.map(Rival::run);
            if (!run.equals(told)) {
                patience.waitsFor(rival.get());
                told = run;
            }
            patience.pause();
        }
        return first.isPresent();
    }

    /// @return whom it has to wait for; it has claimed nothing then
    private synchronized Optional<Rival> take(RunPlan plan) {
        return switch (commits.turn(id, plan.environment(), targetsOf(plan), identity.lease())) {
            case Turn.Begins(List<Claim> all) -> {
                claims = Optional.of(all);
                yield Optional.empty();
            }
            case Turn.Waits(Rival rival) -> Optional.of(rival);
        };
    }

    /// Whom it would have to wait for by now.
    private Optional<Rival> rival(RunPlan plan) {
        requireQueued();
        // What has died holds nobody up.
        List<Run> _ = runs.reap(identity.clock().instant());
        return commits.rival(id, plan.environment(), targetsOf(plan));
    }

    /// @throws RunLostException if it has ended meanwhile
    public void requireQueued() {
        if (runs.find(id).map(Run::status).orElse(RunStatus.CANCELED) != RunStatus.QUEUED) {
            throw new RunLostException(id);
        }
    }

    /// What it has claimed, if it has had its turn.
    Optional<List<Claim>> claims() {
        return claims;
    }

    /// Says how many steps it has by now.
    ///
    /// @throws RunLostException if it has ended meanwhile
    void plan(int steps) {
        if (steps != planned && !runs.keepQueued(id, steps, identity.lease())) {
            throw new RunLostException(id);
        }
        planned = steps;
    }

    static List<AssetPartition> targetsOf(RunPlan plan) {
        return plan.steps().stream()
                .filter(step -> !(step.action() instanceof PlannedAction.Skip))
                .map(PlannedStep::target)
                .toList();
    }

    /// Ends it when nothing is left for it to do.
    ///
    /// @throws RunLostException if it has ended meanwhile
    public void succeed() {
        plan(0);
        close();
        if (!runs.start(id, identity.owner(), identity.lease(), identity.clock().instant())
                || !runs.finish(
                        id, identity.owner(), RunStatus.SUCCEEDED, identity.clock().instant(), Optional.empty())) {
            throw new RunLostException(id);
        }
    }

    /// Ends it, if it has not begun.
    public void cancel(String why) {
        close();
        boolean _ = runs.cancel(id, identity.clock().instant(), why);
    }

    @Override
    public void close() {
        heartbeat.close();
    }
}
