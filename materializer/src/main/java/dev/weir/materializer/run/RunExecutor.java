package dev.weir.materializer.run;

import dev.weir.assets.spec.AssetSpec;
import dev.weir.assets.spec.PoolName;
import dev.weir.assets.spec.RetryPolicy;
import dev.weir.materializer.plan.Definitions;
import dev.weir.materializer.plan.PlannedAction;
import dev.weir.materializer.plan.PlannedStep;
import dev.weir.materializer.plan.RunPlan;
import dev.weir.materializer.publish.Committer;
import dev.weir.materializer.publish.RunLostException;
import dev.weir.materializer.publish.StepResult;
import dev.weir.materializer.publish.StepResult.FailedAttempt;
import dev.weir.materializer.publish.StepResult.Timing;
import dev.weir.materializer.run.SharedCalls.SharedCall;
import dev.weir.materializer.version.AssetPartition;
import dev.weir.materializer.version.StandingSkip;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;

/// Executes one plan, once.
///
/// One thread, the caller's, coordinates; attempts run in virtual threads and commits in a thread of their own, and both
/// report to the coordinator's queue. Invariants: a step is in `ready` exactly when all its upstreams in the plan have a
/// version that passed its checks and it only lacks room for its next attempt, unless it waits in `pools` for room in its
/// pool, or for the other steps that the same call of a method makes; each step ends exactly once, and its end is handed to the commit thread after the ends of the steps it read from;
/// the run is over when every end has been committed or refused.
public final class RunExecutor {

    private final RunPlan plan;
    private final Definitions definitions;
    private final StepGraph graph;
    private final SharedCalls calls;
    private final StepInputs inputs;
    private final StepResults results;
    private final Settings settings;
    private final RunListener listener;
    private final RandomGenerator random;
    private final Threads threads;
    private final BlockingQueue<RunEvent> events;
    private final StepRunner runner;
    private final Attempts attempts;
    private final CommitThread commits;

    private final Deque<Integer> ready = new ArrayDeque<>();
    private final Pools pools;
    private final boolean[] ended;
    private final Instant[] startedAt;
    private final Map<Integer, List<FailedAttempt>> failedBefore = new HashMap<>();
    private final Tally tally = new Tally();
    private int running;
    private int uncommitted;
    private int inCommit;
    private boolean commitsOver;
    private boolean stopping;
    private long patience;

    RunExecutor(RunPlan plan, Definitions definitions, StepInputs inputs, StepResults results, Parts parts) {
        this.plan = plan;
        this.definitions = definitions;
        this.inputs = inputs;
        this.results = results;
        graph = new StepGraph(plan.steps());
        calls = SharedCalls.of(plan.steps(), definitions.graph());
        settings = parts.settings();
        listener = parts.listener();
        random = parts.random();
        threads = parts.threads();
        events = threads.queue();
        pools = new Pools(results.run(), settings, parts.pools().map(this::shared), new Waiting());
        runner = parts.runner();
        attempts = new Attempts(threads, runner, events::add);
        commits = new CommitThread(threads, parts.committer(), settings.largestGroup(), events::add);
        ended = new boolean[graph.size()];
        startedAt = new Instant[graph.size()];
        uncommitted = graph.size();
    }

    private SharedSlots shared(PoolStore store) {
        return new SharedSlots(store, threads, random, failure -> events.add(new RunEvent.PoolsLost(failure)));
    }

    private final class Waiting implements Pools.Listener {
        @Override
        public void room(int place) {
            events.add(new RunEvent.RetryDue(place));
        }

        @Override
        public void full(int place) {
            events.add(new RunEvent.PoolFull(place));
        }
    }

    /// What an executor works with.
    ///
    /// @param pools where runs of other processes are at work too
    record Parts(
            StepRunner runner,
            Committer committer,
            Optional<PoolStore> pools,
            Settings settings,
            RunListener listener,
            RandomGenerator random,
            Threads threads) {}

    /// Runs until every step has ended and that is durable. Blocks; an interruption of the calling thread cancels.
    RunReport run() {
        try (attempts;
                commits;
                pools) {
            for (int place = 0; place < graph.size(); place++) {
                if (graph.isReady(place)) {
                    ready.add(place);
                }
            }
            coordinate();
            return tally.report();
        }
    }

    /// Asks the run to stop: no step starts any more, attempts under way are interrupted, what has passed its checks is
    /// still committed. Returns at once; any thread may call it.
    public void cancel(String why) {
        events.add(new RunEvent.CancelAsked(why));
    }

    /// The step whose code has called System.exit, by name. Any thread may ask.
    Optional<String> exiting() {
        return attempts.exiting().map(task -> results.name(task.step().target()));
    }

    /// The steps that have been at work for at least so long. Any thread may ask.
    List<AtWork> atWork(Duration atLeast) {
        return attempts.atWork(atLeast);
    }

    private void coordinate() {
        List<RunEvent> batch = new ArrayList<>();
        while (true) {
            startReady();
            if (uncommitted == 0 || (stopping && running == 0 && inCommit == 0)) {
                return;
            }
            batch.add(nextEvent());
            events.drainTo(batch);
            batch.forEach(this::handle);
            batch.clear();
        }
    }

    private RunEvent nextEvent() {
        try {
            if (!stopping || running == 0) {
                return events.take();
            }
            RunEvent event = events.poll(patience - threads.nanoTime(), TimeUnit.NANOSECONDS);
            return event != null ? event : new RunEvent.PatienceOver();
        } catch (InterruptedException interrupted) {
            return new RunEvent.CancelAsked("it was interrupted");
        }
    }

    private void startReady() {
        while (!stopping && running < settings.parallel() && !ready.isEmpty()) {
            start(ready.poll());
        }
    }

    private void start(int place) {
        if (ended[place]) {
            pools.pass(poolOf(plan.steps().get(place)), place).ifPresent(ready::addFirst);
            return;
        }
        SharedCall call = calls.at(place);
        if (call != null) {
            startTogether(call, place);
            return;
        }
        PlannedStep step = plan.steps().get(place);
        startedAt[place] = results.now();
        switch (step.action()) {
            case PlannedAction.Skip(var reason) -> {
                end(place, results.skipped(step, reason, startedAt[place]));
                // The plan skips what cannot do without it; the others read the version before.
                releaseDownstream(place);
            }
            case PlannedAction.ComputeUnlessInputsComeOutEqual _ -> {
                List<ResolvedInput> resolved = inputs.resolve(step);
                if (isSettled(step, resolved)) {
                    settle(place, resolved);
                } else {
                    attemptUnlessSkipped(place, resolved);
                }
            }
            case PlannedAction.Compute _ -> attemptUnlessSkipped(place, inputs.resolve(step));
            case PlannedAction.Check _ -> attempt(place, inputs.resolve(step));
        }
    }

    /// Whether nothing has to be computed for a step, now that its inputs have come out.
    private boolean isSettled(PlannedStep step, List<ResolvedInput> resolved) {
        return results.isUpToDate(step, resolved, inputs.versionOf(step.target()))
                || results.isDeclined(step, resolved, inputs.standingSkip(step.target()));
    }

    private void settle(int place, List<ResolvedInput> resolved) {
        PlannedStep step = plan.steps().get(place);
        StandingSkip skip = inputs.standingSkip(step.target());
        if (skip == null || results.isUpToDate(step, resolved, inputs.versionOf(step.target()))) {
            end(place, results.dropped(step, startedAt[place]));
            releaseDownstream(place);
        } else {
            travel(place, results.declinedBefore(step, skip, startedAt[place]), "was skipped: " + skip.why());
        }
    }

    private void startTogether(SharedCall call, int arrived) {
        if (!call.arrive(arrived)) {
            return;
        }
        SequencedMap<Integer, List<ResolvedInput>> open = new LinkedHashMap<>();
        List<Integer> settled = new ArrayList<>();
        for (int place : call.places()) {
            if (!ended[place]) {
                PlannedStep step = plan.steps().get(place);
                startedAt[place] = results.now();
                List<ResolvedInput> resolved = inputs.resolve(step);
                open.put(place, resolved);
                if (!(step.action() instanceof PlannedAction.Compute) && isSettled(step, resolved)) {
                    settled.add(place);
                }
            }
        }
        if (settled.size() == open.size() || !call.makesAll()) {
            settled.forEach(place -> settle(place, Objects.requireNonNull(open.remove(place))));
        }
        if (!open.isEmpty()) {
            attemptTogether(open);
        }
    }

    private void attemptTogether(SequencedMap<Integer, List<ResolvedInput>> open) {
        int lead = open.firstEntry().getKey();
        PlannedStep first = plan.steps().get(lead);
        Optional<Map.Entry<AssetPartition, String>> lacking =
                inputs.lacking(first, open.firstEntry().getValue());
        if (lacking.isPresent()) {
            String why = results.name(lacking.get().getKey()) + " " + lacking.get().getValue();
            open.keySet().forEach(place -> travel(
                    place, results.blocked(plan.steps().get(place), why), lacking.get().getValue()));
            return;
        }
        if (!pools.enter(poolOf(first), lead)) {
            return;
        }
        running++;
        List<StepTask> tasks = new ArrayList<>(open.size());
        open.forEach((place, resolved) -> tasks.add(task(place, attemptOf(lead), resolved)));
        attempts.start(
                tasks.getFirst().with(tasks.subList(1, tasks.size())),
                spec(first).execution().timeout().value());
    }

    private int attemptOf(int place) {
        return failedBefore.getOrDefault(place, List.of()).size() + 1;
    }

    private StepTask task(int place, int attempt, List<ResolvedInput> resolved) {
        PlannedStep step = plan.steps().get(place);
        startedAt[place] = results.now();
        listener.started(step.target(), attempt);
        return new StepTask(results.run(), results.nextVersion(), step, place, attempt, resolved);
    }

    private void attemptUnlessSkipped(int place, List<ResolvedInput> resolved) {
        PlannedStep step = plan.steps().get(place);
        inputs.lacking(step, resolved)
                .ifPresentOrElse(
                        lacking -> travel(
                                place,
                                results.blocked(
                                        step, results.name(lacking.getKey()) + " " + lacking.getValue()),
                                lacking.getValue()),
                        () -> attempt(place, resolved));
    }

    // Whatever reads it decides for itself whether it can do without.
    private void travel(int place, StepResult result, String why) {
        end(place, result);
        inputs.skipped(result.target(), why);
        releaseDownstream(place);
    }

    private void attempt(int place, List<ResolvedInput> resolved) {
        PlannedStep step = plan.steps().get(place);
        if (!pools.enter(poolOf(step), place)) {
            return;
        }
        running++;
        attempts.start(
                task(place, attemptOf(place), resolved), spec(step).execution().timeout().value());
    }

    private void handle(RunEvent event) {
        switch (event) {
            case RunEvent.Computed(StepTask task, StepOutcome outcome) -> {
                over(task);
                if (!ended[task.number()]) {
                    computed(task, outcome);
                }
            }
            case RunEvent.AttemptFailed(StepTask task, Throwable failure) -> {
                over(task);
                if (!ended[task.number()]) {
                    failed(task, failure);
                }
            }
            case RunEvent.RetryDue(int place) -> ready.addFirst(place);
            case RunEvent.PoolFull(int place) -> tellWaiting(place);
            case RunEvent.PoolsLost(Throwable failure) -> stop(RunStatus.FAILED, runner.describe(failure));
            case RunEvent.GroupCommitted(Committer.Receipt receipt) -> committed(receipt);
            case RunEvent.CommitsEnded(Throwable failure) -> commitsEnded(failure);
            case RunEvent.CancelAsked(String why) ->
                // Nobody has asked for the end of a run that its own step ends.
                stop(attempts.exiting().isPresent() ? RunStatus.FAILED : RunStatus.CANCELED, why);
            case RunEvent.PatienceOver _ -> abandonAll();
        }
    }

    private void tellWaiting(int place) {
        PlannedStep step = plan.steps().get(place);
        if (!stopping && !ended[place]) {
            poolOf(step).ifPresent(pool -> listener.waiting(step.target(), pool));
        }
    }

    private void abandonAll() {
        Optional<StepTask> exiting = attempts.exiting();
        for (StepTask task : attempts.abandonAll()) {
            boolean isExiting = exiting.isPresent() && exiting.get().number() == task.number();
            abandoned(
                    task,
                    isExiting
                            ? "it called System.exit, which ends all of Weir"
                            : "it was cancelled, and " + StepTimeoutException.IGNORES_INTERRUPTION);
        }
    }

    private void abandoned(StepTask task, String problem) {
        over(task);
        Timing timing = timing(task);
        for (StepTask each : task.together()) {
            end(each.number(), results.failed(each.step(), task.attempt(), problem, timing));
        }
    }

    private void over(StepTask task) {
        running--;
        pools.leave(poolOf(task.step()), task.number()).ifPresent(ready::addFirst);
    }

    private void computed(StepTask task, StepOutcome outcome) {
        int place = task.number();
        if (outcome instanceof StepOutcome.Together(List<StepOutcome> outcomes)) {
            computedTogether(task.together(), results.together(task.together(), outcomes, timing(task)));
            return;
        }
        StepResult result = results.computed(task, outcome, timing(task));
        if (result instanceof StepResult.Declined declined) {
            travel(place, result, "was skipped: " + declined.skip().why());
            return;
        }
        end(place, result);
        pass(place, result);
    }

    private void computedTogether(List<StepTask> tasks, List<StepResult> made) {
        if (made.getFirst() instanceof StepResult.Declined declined) {
            for (int i = 0; i < made.size(); i++) {
                travel(tasks.get(i).number(), made.get(i), "was skipped: " + declined.skip().why());
            }
            return;
        }
        tasks.forEach(task -> ended[task.number()] = true);
        if (!commitsOver) {
            inCommit += made.size();
            commits.handTogether(made);
        }
        for (int i = 0; i < made.size(); i++) {
            pass(tasks.get(i).number(), made.get(i));
        }
    }

    /// Lets what reads it know what became of a step.
    private void pass(int place, StepResult result) {
        switch (result) {
            case StepResult.Published published -> {
                inputs.produced(published.version());
                releaseDownstream(place);
            }
            case StepResult.Rejected rejected ->
                skipDownstream(place, results.whyRejected(rejected));
            case StepResult.Audited audited when !audited.taint().isEmpty() ->
                skipDownstream(place, "%s is tainted: %s".formatted(results.name(audited.target()), audited.taint()));
            case StepResult.Audited _, StepResult.Failed _, StepResult.Skipped _, StepResult.Declined _ ->
                releaseDownstream(place);
        }
    }

    private void failed(StepTask task, Throwable failure) {
        PlannedStep step = task.step();
        int place = task.number();
        int attempt = task.attempt();
        RetryPolicy retry = spec(step).execution().retries();
        String problem = runner.describe(failure);
        if (attempt <= retry.max() && !stopping && Retries.mayHelp(failure)) {
            Duration pause = retry.pauseBefore(attempt, random.nextDouble());
            Timing timing = timing(task);
            failedBefore
                    .computeIfAbsent(place, _ -> new ArrayList<>())
                    .add(new FailedAttempt(attempt, timing.startedAt(), timing.took(), problem));
            task.together().forEach(each -> listener.retrying(each.step().target(), attempt, problem, pause));
            attempts.retryAfter(pause, place);
            return;
        }
        Timing timing = timing(task);
        for (StepTask each : task.together()) {
            end(each.number(), results.failed(each.step(), attempt, stopping ? "it was cancelled" : problem, timing));
        }
        for (StepTask each : task.together()) {
            skipDownstream(each.number(), "%s failed".formatted(results.name(each.step().target())));
        }
    }

    private void end(int place, StepResult result) {
        ended[place] = true;
        if (!commitsOver) {
            inCommit++;
            commits.hand(result);
        }
    }

    private void releaseDownstream(int place) {
        for (int downstream : graph.downstreamOf(place)) {
            if (graph.arrive(downstream) && !ended[downstream]) {
                ready.add(downstream);
            }
        }
    }

    private void skipDownstream(int place, String why) {
        Deque<Integer> blocked = new ArrayDeque<>();
        blocked.add(place);
        while (!blocked.isEmpty()) {
            for (int downstream : graph.downstreamOf(blocked.poll())) {
                if (!ended[downstream]) {
                    end(downstream, results.blocked(plan.steps().get(downstream), why));
                    blocked.add(downstream);
                }
            }
        }
    }

    private void committed(Committer.Receipt receipt) {
        int settled = receipt.committed().size() + receipt.fenced().size();
        inCommit -= settled;
        uncommitted -= settled;
        for (StepResult result : receipt.committed()) {
            tally.count(result);
            listener.ended(result);
        }
        for (StepResult result : receipt.fenced()) {
            StepResult.Failed fenced = results.fenced(result);
            tally.count(fenced);
            listener.ended(fenced);
            int place = graph.placeOf(result.target());
            skipDownstream(place, "%s was claimed by another run".formatted(results.name(result.target())));
        }
    }

    private void commitsEnded(Throwable failure) {
        commitsOver = true;
        inCommit = 0;
        stop(
                failure instanceof RunLostException ? RunStatus.CANCELED : RunStatus.FAILED,
                runner.describe(failure));
    }

    private void stop(RunStatus status, String why) {
        if (!stopping) {
            stopping = true;
            patience = threads.nanoTime() + Attempts.PATIENCE.toNanos();
            tally.stopped(status, why);
            attempts.interruptAll();
        }
    }

    private AssetSpec spec(PlannedStep step) {
        return definitions.graph().asset(step.target().asset());
    }

    private Optional<PoolName> poolOf(PlannedStep step) {
        return spec(step).execution().pool().value();
    }

    private Timing timing(StepTask task) {
        Instant began = startedAt[task.number()];
        Duration took = Duration.between(began, results.now());
        return new Timing(
                began, took, task.startUp().within(began, took), failedBefore.getOrDefault(task.number(), List.of()));
    }
}
