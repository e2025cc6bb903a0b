package dev.weir.materializer.run;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.assets.AssetKey;
import dev.weir.assets.Backoff;
import dev.weir.assets.digest.CodeDigest;
import dev.weir.assets.digest.ConfigDigest;
import dev.weir.assets.digest.DataDigest;
import dev.weir.assets.digest.Hasher;
import dev.weir.assets.graph.AssetGraph;
import dev.weir.assets.spec.AssetSpec;
import dev.weir.assets.spec.Computation;
import dev.weir.assets.spec.Dependency;
import dev.weir.assets.spec.Description;
import dev.weir.assets.spec.Execution;
import dev.weir.assets.spec.Form;
import dev.weir.assets.spec.InputSpec;
import dev.weir.assets.spec.Parameter;
import dev.weir.assets.spec.PoolName;
import dev.weir.assets.spec.RetryPolicy;
import dev.weir.assets.spec.Setting;
import dev.weir.assets.spec.ValueType;
import dev.weir.checks.CheckKey;
import dev.weir.checks.CheckResult;
import dev.weir.checks.CheckSeverity;
import dev.weir.checks.Verdict;
import dev.weir.materializer.memory.InMemoryStore;
import dev.weir.materializer.plan.Definitions;
import dev.weir.materializer.plan.PlannedAction;
import dev.weir.materializer.plan.PlannedInput;
import dev.weir.materializer.plan.PlannedStep;
import dev.weir.materializer.plan.Reason;
import dev.weir.materializer.plan.RunPlan;
import dev.weir.materializer.publish.GroupFiles;
import dev.weir.materializer.publish.StepResult;
import dev.weir.materializer.version.AssetPartition;
import dev.weir.materializer.version.Content;
import dev.weir.materializer.version.CurrentVersion;
import dev.weir.materializer.version.EnvironmentName;
import dev.weir.materializer.version.InputUse;
import dev.weir.materializer.version.Version;
import dev.weir.materializer.version.VersionId;
import dev.weir.partitions.PartitionSet;
import dev.weir.partitions.PartitionsDefinition;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RunsTest {

    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-01-15T12:00:00Z"));
    private static final ValueType TEXT = new ValueType(Form.JSON, Optional.empty(), "String");

    private InMemoryStore store = new InMemoryStore(CLOCK);
    private @Nullable RunStore runStore;
    private Settings settings = new Settings(4);
    private Threads threads = Threads.OF_THIS_MACHINE;
    private Runnable afterEachStep = () -> {};
    private final Map<String, String> values = new ConcurrentHashMap<>();
    private final List<StepResult> ended = new ArrayList<>();
    private final List<String> retries = new ArrayList<>();

    @Test
    void everyStepIsPublishedAfterWhatItReads() {
        RunReport report = run(graph(asset("a"), asset("b", "a"), asset("c", "a", "b")), this::echo);

        assertThat(report.status()).isEqualTo(RunStatus.SUCCEEDED);
        assertThat(report.published()).isEqualTo(3);
        assertThat(values).containsEntry("c", "c(a,b(a))");
        assertThat(current("c").inputs())
                .containsExactly(
                        new InputUse.Exact(AssetKey.parse("a"), 0, current("a").id()),
                        new InputUse.Exact(AssetKey.parse("b"), 0, current("b").id()));
    }

    @Test
    void aFailureStopsOnlyWhatReadsIt() {
        AssetGraph graph = graph(asset("a"), asset("b", "a"), asset("c", "b"), asset("d", "a"));

        RunReport report = run(graph, task -> {
            if (name(task).equals("b")) {
                throw new IOException("no route to host");
            }
            return echo(task);
        });

        assertThat(report.status()).isEqualTo(RunStatus.FAILED);
        assertThat(report.failed()).extracting(StepResult.Failed::problem).containsExactly("IOException: no route to host");
        assertThat(store.runs().stepsOf(store.runs().latest(1).getFirst().id()))
                .extracting(step -> step.target().asset() + " " + step.state() + " " + step.detail())
                .containsExactlyInAnyOrder(
                        "a SUCCEEDED null",
                        "b FAILED IOException: no route to host",
                        "c SKIPPED b failed",
                        "d SUCCEEDED null");
    }

    @Test
    void aRejectedVersionIsKeptAndNobodyReadsIt() {
        AssetGraph graph = graph(asset("a"), asset("b", "a"));

        RunReport report = run(graph, task -> name(task).equals("a") ? rejected(task) : echo(task));

        assertThat(report.rejected()).hasSize(1);
        assertThat(store.versions().current(EnvironmentName.MAIN)).isEmpty();
        assertThat(store.versions().standingRejections(EnvironmentName.MAIN, AssetKey.parse("a")))
                .hasSize(1);
        assertThat(ended)
                .filteredOn(StepResult.Skipped.class::isInstance)
                .extracting(result -> ((StepResult.Skipped) result).why())
                .containsExactly("a#1 was rejected by its checks");
    }

    @Test
    void aStepIsTriedAgainAsOftenAsItsAssetSays() {
        AtomicInteger attempts = new AtomicInteger();
        RetryPolicy twice = new RetryPolicy(2, Duration.ofMillis(1), Backoff.CONSTANT, 0);
        AssetSpec flaky = asset("flaky", execution(new Setting.Of<>(twice), new Setting.None<>()));

        RunReport report = run(graph(flaky), task -> {
            if (attempts.incrementAndGet() < 3) {
                throw new IOException("connection reset");
            }
            return echo(task);
        });

        assertThat(report.status()).isEqualTo(RunStatus.SUCCEEDED);
        assertThat(current("flaky").origin().attempt()).isEqualTo(3);
        assertThat(retries)
                .containsExactly("flaky 1 IOException: connection reset", "flaky 2 IOException: connection reset");
        assertThat(store.runs().stepsOf(store.runs().latest(1).getFirst().id()).getFirst().timing().failedBefore())
                .extracting(before -> before.number() + " " + before.problem())
                .containsExactly("1 IOException: connection reset", "2 IOException: connection reset");
    }

    @Test
    void noMoreStepsOfAPoolAreAtWorkThanItHasRoomFor() {
        settings = new Settings(4, Map.of(new PoolName("archive"), 1));
        AtomicInteger inside = new AtomicInteger();
        List<Integer> seen = new CopyOnWriteArrayList<>();
        CountDownLatch others = new CountDownLatch(2);
        AssetGraph graph = graph(
                pooled("a", "archive"), pooled("b", "archive"), pooled("c", "archive"), asset("d"), asset("e"));

        RunReport report = run(graph, task -> {
            if (List.of("d", "e").contains(name(task))) {
                others.countDown();
                return echo(task);
            }
            seen.add(inside.incrementAndGet());
            others.await();
            inside.decrementAndGet();
            return echo(task);
        });

        assertThat(report.published()).isEqualTo(5);
        assertThat(seen).containsExactly(1, 1, 1);
    }

    @Test
    void aStepThatPausesBeforeItIsTriedAgainLeavesItsPool() {
        settings = new Settings(4, Map.of(new PoolName("archive"), 1));
        List<String> order = new CopyOnWriteArrayList<>();
        RetryPolicy once = new RetryPolicy(1, Duration.ofMillis(1), Backoff.CONSTANT, 0);
        AssetSpec flaky = asset("a", new Execution(new Setting.Of<>(once), new Setting.None<>(), pool("archive")));
        CountDownLatch next = new CountDownLatch(1);

        RunReport report = run(graph(flaky, pooled("b", "archive")), task -> {
            order.add(name(task) + task.attempt());
            if (name(task).equals("b")) {
                next.countDown();
            } else if (task.attempt() == 1) {
                throw new IOException("connection reset");
            } else {
                next.await();
            }
            return echo(task);
        });

        assertThat(report.status()).isEqualTo(RunStatus.SUCCEEDED);
        assertThat(order).containsExactly("a1", "b1", "a2");
    }

    @Test
    void anAttemptThatTakesTooLongIsInterruptedAndFails() {
        AssetSpec slow =
                asset("slow", execution(new Setting.None<>(), new Setting.Of<>(Duration.ofMillis(20))));

        RunReport report = run(graph(slow), task -> {
            new CountDownLatch(1).await();
            return echo(task);
        });

        assertThat(report.failed())
                .extracting(StepResult.Failed::problem)
                .containsExactly("it took longer than its timeout of 0.02s");
    }

    @Test
    void theCheckIsNamedWhoseTimeIsUp() {
        AssetSpec slow =
                asset("slow", execution(new Setting.None<>(), new Setting.Of<>(Duration.ofMillis(20))));

        RunReport report = run(graph(slow), _ -> {
            try {
                new CountDownLatch(1).await();
                throw new AssertionError("nobody opens it");
            } catch (InterruptedException timeIsUp) {
                throw new BrokenCheckException("adds_up", timeIsUp);
            }
        });

        assertThat(report.failed())
                .extracting(StepResult.Failed::problem)
                .containsExactly("it took longer than its timeout of 0.02s, in its check adds_up");
    }

    @Test
    void anAttemptThatIgnoresThatItsTimeIsUpIsLeftBehind() {
        threads = new QuickThreads();
        AssetSpec slow = asset("slow", execution(new Setting.None<>(), new Setting.Of<>(Duration.ofMillis(20))));
        CountDownLatch over = new CountDownLatch(1);

        RunReport report = run(graph(slow), task -> {
            awaitWhatever(over);
            return echo(task);
        });
        over.countDown();

        assertThat(report.failed())
                .extracting(StepResult.Failed::problem)
                .containsExactly("it took longer than its timeout of 0.02s, and ignores interruption: it still runs until Weir"
                        + " ends, and cannot publish any more; to be ended earlier, it needs a process of its own, with"
                        + " @RunIn(Where.PROCESS)");
        assertThat(store.versions().current(EnvironmentName.MAIN)).isEmpty();
    }

    @Test
    void anAttemptThatIgnoresACancellationIsNamed() {
        threads = new QuickThreads();
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch over = new CountDownLatch(1);
        AssetGraph graph = graph(asset("a"), asset("b", "a"));
        Runs.Handle handle = begin(graph, plan(graph, _ -> compute()), task -> {
            inside.countDown();
            awaitWhatever(over);
            return echo(task);
        });
        Thread.ofVirtual().start(() -> {
            awaitWhatever(inside);
            handle.cancel("Ctrl-C");
        });

        RunReport report = handle.await();
        over.countDown();

        assertThat(report.status()).isEqualTo(RunStatus.CANCELED);
        assertThat(report.failed())
                .extracting(failed -> failed.target().asset() + ": " + failed.problem())
                .containsExactly("a: it was cancelled, and ignores interruption: it still runs until Weir ends, and cannot"
                        + " publish any more; to be ended earlier, it needs a process of its own, with @RunIn(Where.PROCESS)");
        assertThat(store.runs().stepsOf(handle.id())).extracting(StepRecord::state).containsExactly(StepState.FAILED);
    }

    private static void awaitWhatever(CountDownLatch latch) {
        while (latch.getCount() > 0) {
            try {
                latch.await();
            } catch (InterruptedException ignored) {
                // That is what this is about.
            }
        }
    }

    @Test
    void aStepWhoseInputsComeOutEqualIsDroppedAndItsVersionStays() {
        AssetGraph graph = graph(asset("a"), asset("b", "a"), asset("c", "b"));
        run(graph, this::echo);
        List<CurrentVersion> before = store.versions().current(EnvironmentName.MAIN);

        RunPlan plan = plan(graph, key -> key.equals("a")
                ? new PlannedAction.Compute(new Reason.Forced())
                : new PlannedAction.ComputeUnlessInputsComeOutEqual(
                        new Reason.InputPlanned(new AssetPartition(AssetKey.parse("a"), 0))));
        RunReport report = begin(graph, plan, this::echo).await();

        assertThat(report.published()).isEqualTo(1);
        assertThat(report.skipped()).isEqualTo(2);
        assertThat(current("b").id()).isEqualTo(before.get(1).version().id());
        assertThat(current("a").number()).isEqualTo(2);
    }

    @Test
    void whatThePlanSkipsHoldsUpNobodyWhoReadsTheVersionBefore() {
        AssetGraph graph = graph(asset("a"), asset("b", "a"));
        run(graph, this::echo);

        RunPlan plan = plan(graph, key -> key.equals("a")
                ? new PlannedAction.Skip(new Reason.RejectionStands("a#2"))
                : new PlannedAction.Compute(new Reason.Forced()));
        RunReport report = begin(graph, plan, this::echo).await();

        assertThat(report.skipped()).isEqualTo(1);
        assertThat(current("b").number()).isEqualTo(2);
        assertThat(current("b").inputs())
                .containsExactly(
                        new InputUse.Exact(AssetKey.parse("a"), 0, current("a").id()));
    }

    @Test
    void aVersionThatFailsAChangedCheckIsNotReadInTheSameRun() {
        AssetGraph graph = graph(asset("a"), asset("b", "a"));
        run(graph, this::echo);
        VersionId checked = current("a").id();

        RunPlan plan = plan(graph, key -> key.equals("a")
                ? new PlannedAction.Check(checked, Set.of(new CheckKey(AssetKey.parse("a"), "positive")))
                : new PlannedAction.Compute(new Reason.Forced()));
        ended.clear();
        begin(graph, plan, this::rejected).await();

        assertThat(current("a").tainted()).isEqualTo("check positive failed: is positive");
        assertThat(ended)
                .filteredOn(StepResult.Skipped.class::isInstance)
                .extracting(result -> ((StepResult.Skipped) result).why())
                .containsExactly("a is tainted: check positive failed: is positive");
    }

    @Test
    void aCancelledRunStartsNothingMoreAndKeepsWhatWasPublished() throws InterruptedException {
        AssetGraph graph = graph(asset("a"), asset("b", "a"));
        CountDownLatch inB = new CountDownLatch(1);
        Runs.Handle handle = begin(graph, plan(graph, _ -> compute()), task -> {
            if (name(task).equals("b")) {
                inB.countDown();
                new CountDownLatch(1).await();
            }
            return echo(task);
        });
        Thread canceller = Thread.ofVirtual().start(() -> {
            try {
                inB.await();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
            handle.cancel("Ctrl-C");
        });

        RunReport report = handle.await();
        canceller.join();

        assertThat(report.status()).isEqualTo(RunStatus.CANCELED);
        assertThat(report.problem()).contains("Ctrl-C");
        assertThat(store.versions().current(EnvironmentName.MAIN))
                .extracting(published -> published.version().target().asset().toString())
                .containsExactly("a");
        assertThat(store.runs().latest(1).getFirst().status()).isEqualTo(RunStatus.CANCELED);
    }

    @Test
    void aRunThatWasTakenAwayPublishesNothingMore() {
        AssetGraph graph = graph(asset("a"), asset("b", "a"));

        RunReport report = run(graph, task -> {
            if (name(task).equals("b")) {
                boolean taken = store.runs().cancel(task.run(), CLOCK.instant(), "taken over");
                assertThat(taken).isTrue();
            }
            return echo(task);
        });

        assertThat(report.status()).isEqualTo(RunStatus.CANCELED);
        assertThat(store.versions().versionsOf(new AssetPartition(AssetKey.parse("b"), 0)))
                .isEmpty();
    }

    @Test
    void aChainOfTenThousandStepsIsOneRun() {
        AssetSpec[] chain = IntStream.range(0, 10_000)
                .mapToObj(i -> i == 0 ? asset("a_0") : asset("a_" + i, "a_" + (i - 1)))
                .toArray(AssetSpec[]::new);

        RunReport report = run(graph(chain), _ -> output("x", List.of()));

        assertThat(report.published()).isEqualTo(10_000);
    }

    @Test
    void aRunThatWasTakenAwayAtTheLastMomentIsToldAsItIsRecorded() {
        afterEachStep = () -> {
            Run run = store.runs().latest(1).getFirst();
            assertThat(store.runs().cancel(run.id(), CLOCK.instant(), "somebody wanted the machine")).isTrue();
        };

        RunReport report = run(graph(asset("a")), this::echo);

        assertThat(report.status()).isEqualTo(RunStatus.CANCELED);
        assertThat(report.problem()).contains("somebody wanted the machine");
        assertThat(report.published()).isEqualTo(1);
    }

    @Test
    void aRunWhoseLeaseIsOverIsToldAsItIsRecorded() {
        AtomicReference<Instant> now = new AtomicReference<>(CLOCK.instant());
        store = new InMemoryStore(now::get);
        afterEachStep = () -> now.updateAndGet(before -> before.plusSeconds(60));

        RunReport report = run(graph(asset("a")), this::echo);

        Run recorded = store.runs().latest(1).getFirst();
        assertThat(report.status()).isEqualTo(RunStatus.FAILED).isEqualTo(recorded.status());
        assertThat(report.problem()).contains(RunStore.LEASE_ENDED);
    }

    @Test
    void theEndOfARunIsRecordedAgainIfTheAnswerIsLost() {
        AtomicInteger asked = new AtomicInteger();
        runStore = losing(asked);

        RunReport report = run(graph(asset("a")), this::echo);

        assertThat(asked).hasValue(2);
        assertThat(report.status()).isEqualTo(RunStatus.SUCCEEDED);
        assertThat(report.problem()).isEmpty();
    }

    /// The first answer to the end of a run does not arrive.
    private RunStore losing(AtomicInteger asked) {
        RunStore real = store.runs();
        return (RunStore) Proxy.newProxyInstance(
                RunsTest.class.getClassLoader(), new Class<?>[] {RunStore.class}, (_, method, arguments) -> {
                    Object answer = method.invoke(real, arguments);
                    if (method.getName().equals("finish") && asked.incrementAndGet() == 1) {
                        throw new IllegalStateException("connection lost");
                    }
                    return answer;
                });
    }

    private RunReport run(AssetGraph graph, StepRunner runner) {
        return begin(graph, plan(graph, _ -> compute()), runner).await();
    }

    private Runs.Handle begin(AssetGraph graph, RunPlan plan, StepRunner runner) {
        RandomGenerator random = RandomGenerator.of("L64X128MixRandom");
        Runs runs = new Runs(
                new Runs.Stores(runStore != null ? runStore : store.runs(), store.commits(), store.versions()),
                GroupFiles.NONE,
                new Runs.Identity("me", CLOCK, random, new RunIds(CLOCK, random), threads, Runs.LEASE));
        return runs.begin(
                new Runs.Order(
                        plan, definitions(graph), "all", settings),
                runner,
                new RunListener() {
                    @Override
                    public void retrying(AssetPartition target, int attempt, String problem, Duration pause) {
                        retries.add("%s %d %s".formatted(target.asset(), attempt, problem));
                    }

                    @Override
                    public void ended(StepResult result) {
                        ended.add(result);
                        afterEachStep.run();
                    }
                });
    }

    private StepOutput echo(StepTask task) {
        String inputs = task.inputs().stream()
                .flatMap(input -> input.versions().stream())
                .map(read -> values.get(read.version().target().asset().toString()))
                .reduce((a, b) -> a + "," + b)
                .map("(%s)"::formatted)
                .orElse("");
        values.put(name(task), name(task) + inputs);
        return output(name(task) + inputs, List.of());
    }

    private StepOutput rejected(StepTask task) {
        CheckKey check = new CheckKey(task.step().target().asset(), "positive");
        return output(
                "-1",
                List.of(new Verdict(
                        check,
                        new Hasher().finish(),
                        CheckSeverity.ERROR,
                        "is positive",
                        CheckResult.of(false),
                        Duration.ZERO)));
    }

    private static StepOutput output(String value, List<Verdict> verdicts) {
        return new StepOutput(
                new Content.Json(value),
                new DataDigest(new Hasher().add(value).finish()),
                Map.of(),
                Map.of(),
                verdicts);
    }

    private static String name(StepTask task) {
        return task.step().target().asset().toString();
    }

    private Version current(String key) {
        return store.versions()
                .current(EnvironmentName.MAIN, AssetKey.parse(key), Optional.empty())
                .getFirst()
                .version();
    }

    private static PlannedAction compute() {
        return new PlannedAction.Compute(new Reason.Missing());
    }

    private static RunPlan plan(AssetGraph graph, java.util.function.Function<String, PlannedAction> action) {
        List<PlannedStep> steps = graph.keys().stream()
                .map(key -> new PlannedStep(
                        new AssetPartition(key, 0),
                        action.apply(key.toString()),
                        graph.dependenciesOf(key).stream().map(RunsTest::whole).toList()))
                .toList();
        return new RunPlan(EnvironmentName.MAIN, 0, steps, new TreeMap<>(), List.of());
    }

    private static PlannedInput whole(Dependency dependency) {
        return new PlannedInput(dependency, PartitionSet.of(0));
    }

    private static Definitions definitions(AssetGraph graph) {
        CodeDigest code = new CodeDigest(new Hasher().add("code").finish());
        ConfigDigest config = new ConfigDigest(new Hasher().finish());
        return new Definitions(
                graph,
                graph.keys().stream().collect(toMap(key -> key, _ -> code)),
                graph.keys().stream().collect(toMap(key -> key, _ -> config)),
                Map.of(),
                Map.of());
    }

    private static AssetGraph graph(AssetSpec... assets) {
        return AssetGraph.of(List.of(assets));
    }

    private static Execution execution(Setting<RetryPolicy> retry, Setting<Duration> timeout) {
        return new Execution(retry, timeout, new Setting.Inherit<>());
    }

    private static AssetSpec pooled(String key, String pool) {
        return asset(key, new Execution(new Setting.None<>(), new Setting.None<>(), pool(pool)));
    }

    private static Setting<PoolName> pool(String name) {
        return new Setting.Of<>(new PoolName(name));
    }

    private static AssetSpec asset(String key, String... reading) {
        return asset(key, Execution.PLAIN, reading);
    }

    private static AssetSpec asset(String key, Execution execution, String... reading) {
        List<Parameter> parameters = Arrays.stream(reading)
                .<Parameter>map(upstream ->
                        new Parameter.Upstream(new InputSpec(upstream, upstream, TEXT, Optional.empty())))
                .toList();
        return new AssetSpec(
                AssetKey.parse(key),
                Description.NONE,
                new PartitionsDefinition.Unpartitioned(),
                new Computation("Tests", key, 0, parameters, Optional.empty(), Optional.empty()),
                TEXT,
                execution,
                List.of());
    }
}
