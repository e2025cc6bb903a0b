package dev.weir.materializer.run;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.assets.AssetKey;
import dev.weir.assets.digest.CodeDigest;
import dev.weir.assets.digest.ConfigDigest;
import dev.weir.assets.digest.DataDigest;
import dev.weir.assets.digest.Hasher;
import dev.weir.assets.graph.AssetGraph;
import dev.weir.assets.spec.AssetSpec;
import dev.weir.assets.spec.Computation;
import dev.weir.assets.spec.Description;
import dev.weir.assets.spec.Execution;
import dev.weir.assets.spec.Form;
import dev.weir.assets.spec.PoolName;
import dev.weir.assets.spec.Setting;
import dev.weir.assets.spec.ValueType;
import dev.weir.materializer.contract.Scenario;
import dev.weir.materializer.memory.InMemoryStore;
import dev.weir.materializer.plan.Definitions;
import dev.weir.materializer.plan.PlannedAction;
import dev.weir.materializer.plan.PlannedStep;
import dev.weir.materializer.plan.Reason;
import dev.weir.materializer.plan.RunPlan;
import dev.weir.materializer.publish.GroupFiles;
import dev.weir.materializer.publish.RunLease;
import dev.weir.materializer.run.PoolStore.Slot;
import dev.weir.materializer.version.AssetPartition;
import dev.weir.materializer.version.Content;
import dev.weir.materializer.version.EnvironmentName;
import dev.weir.partitions.PartitionsDefinition;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Runs of several processes over one store: each has slots of its own, and the store is all they have in common.
@Timeout(60)
class SharedPoolsTest {

    private static final PoolName ARCHIVE = new PoolName("archive");
    private static final InstantSource CLOCK = InstantSource.system();

    private final InMemoryStore store = new InMemoryStore(CLOCK);
    private final Scenario elsewhere = new Scenario(store.commits(), store.runs());
    private final RunLease other = elsewhere.running();
    private final Slot taken = new Slot(ARCHIVE, other.run(), 0);
    private final List<String> waiting = new CopyOnWriteArrayList<>();
    private final AtomicReference<PoolStore> pools = new AtomicReference<>(store.pools());
    private Threads threads = new QuickThreads();
    private Runnable whenWaiting = () -> {};

    @Test
    void noMoreStepsOfAllProcessesAreAtWorkThanAPoolHasRoomFor() throws Exception {
        AtomicInteger inside = new AtomicInteger();
        List<Integer> seen = new CopyOnWriteArrayList<>();
        StepRunner counting = task -> {
            seen.add(inside.incrementAndGet());
            Thread.onSpinWait();
            inside.decrementAndGet();
            return output();
        };

        List<CompletableFuture<RunReport>> runs = Stream.of("a", "b", "c")
                .map(process -> begin(4, counting, pooled(process + 1), pooled(process + 2), pooled(process + 3)))
                .map(run -> CompletableFuture.supplyAsync(run::await, task -> Thread.ofPlatform().start(task)))
                .toList();

        for (CompletableFuture<RunReport> run : runs) {
            assertThat(run.get().published()).isEqualTo(3);
        }
        assertThat(seen).hasSize(9).containsOnly(1);
        assertThat(store.pools().taken()).isEmpty();
    }

    @Test
    void aStepThatWaitsForAnotherProcessSaysSoAndKeepsNobodyElseFromWork() {
        assertThat(store.pools().enter(taken, 1)).isTrue();

        RunReport report = begin(1, task -> {
            if (name(task).equals("b")) {
                until(() -> !waiting.isEmpty());
                store.pools().leave(taken);
            }
            return output();
        }, pooled("a"), asset("b", Execution.PLAIN)).await();

        assertThat(report.published()).isEqualTo(2);
        assertThat(waiting).containsExactly("a waits for archive");
    }

    @Test
    void itsTimeoutDoesNotRunWhileItWaits() {
        assertThat(store.pools().enter(taken, 1)).isTrue();
        Execution impatient = new Execution(
                new Setting.None<>(), new Setting.Of<>(Duration.ofSeconds(20)), new Setting.Of<>(ARCHIVE));
        AtomicInteger asked = new AtomicInteger();
        pools.set(new Noted(store.pools(), () -> {
            // 250 ms each: half a minute.
            if (asked.incrementAndGet() == 120) {
                store.pools().leave(taken);
            }
        }));

        RunReport report = begin(1, _ -> output(), asset("a", impatient)).await();

        assertThat(report.status()).isEqualTo(RunStatus.SUCCEEDED);
        assertThat(asked).hasValueGreaterThanOrEqualTo(120);
        assertThat(waiting).hasSize(1);
    }

    @Test
    void aRunThatIsCancelledDoesNotWait() {
        assertThat(store.pools().enter(taken, 1)).isTrue();
        threads = Threads.OF_THIS_MACHINE;
        CompletableFuture<Runs.Handle> run = new CompletableFuture<>();
        whenWaiting = () -> run.join().cancel("somebody wanted the machine");

        Runs.Handle handle = begin(1, _ -> output(), pooled("a"));
        run.complete(handle);
        RunReport report = handle.await();

        assertThat(report.status()).isEqualTo(RunStatus.CANCELED);
        assertThat(store.pools().taken()).containsExactly(taken);
    }

    @Test
    void answersThatAreLostAreAskedForAgain() {
        AtomicInteger asked = new AtomicInteger();
        pools.set(new Noted(store.pools(), () -> {
            if (asked.incrementAndGet() % 3 != 0) {
                throw new IllegalStateException("connection lost");
            }
        }));

        RunReport report = begin(1, _ -> output(), pooled("a"), pooled("b")).await();

        assertThat(report.published()).isEqualTo(2);
        assertThat(asked).hasValueGreaterThanOrEqualTo(10);
        assertThat(store.pools().taken()).isEmpty();
    }

    @Test
    void aStoreThatDoesNotComeBackEndsTheRun() {
        pools.set(new Noted(store.pools(), () -> {
            throw new IllegalStateException("connection lost");
        }));

        RunReport report = begin(1, _ -> output(), pooled("a")).await();

        assertThat(report.status()).isEqualTo(RunStatus.FAILED);
        assertThat(report.problem()).contains("IllegalStateException: connection lost");
    }

    /// Tells after everything that it was asked, before it answers.
    private record Noted(PoolStore store, Runnable asked) implements PoolStore {
        @Override
        public boolean enter(Slot slot, int limit) {
            boolean entered = store.enter(slot, limit);
            asked.run();
            return entered;
        }

        @Override
        public void leave(Slot slot) {
            store.leave(slot);
            asked.run();
        }

        @Override
        public List<Slot> taken() {
            return store.taken();
        }
    }

    private Runs.Handle begin(int parallel, StepRunner runner, AssetSpec... assets) {
        RandomGenerator random = RandomGenerator.of("L64X128MixRandom");
        Runs runs = new Runs(
                new Runs.Stores(store.runs(), store.commits(), store.versions(), Optional.of(pools.get())),
                GroupFiles.NONE,
                new Runs.Identity("me", CLOCK, random, new RunIds(CLOCK, random), threads, Runs.LEASE));
        AssetGraph graph = AssetGraph.of(List.of(assets));
        Settings settings = new Settings(parallel, Map.of(ARCHIVE, 1));
        return runs.begin(new Runs.Order(plan(graph), definitions(graph), "all", settings), runner, new RunListener() {
            @Override
            public void waiting(AssetPartition target, PoolName pool) {
                waiting.add("%s waits for %s".formatted(target.asset(), pool));
                whenWaiting.run();
            }
        });
    }

    private static void until(java.util.function.BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            Thread.onSpinWait();
        }
    }

    private static String name(StepTask task) {
        return task.step().target().asset().toString();
    }

    private static StepOutput output() {
        DataDigest digest = new DataDigest(new Hasher().finish());
        return new StepOutput(new Content.Json("1"), digest, Map.of(), Map.of(), List.of());
    }

    private static AssetSpec pooled(String key) {
        return asset(key, new Execution(new Setting.None<>(), new Setting.None<>(), new Setting.Of<>(ARCHIVE)));
    }

    private static AssetSpec asset(String key, Execution execution) {
        return new AssetSpec(
                AssetKey.parse(key),
                Description.NONE,
                new PartitionsDefinition.Unpartitioned(),
                new Computation("Tests", key, 0, List.of(), Optional.empty(), Optional.empty()),
                new ValueType(Form.JSON, Optional.empty(), "String"),
                execution,
                List.of());
    }

    private static RunPlan plan(AssetGraph graph) {
        List<PlannedStep> steps = graph.keys().stream()
                .map(key -> new PlannedStep(
                        new AssetPartition(key, 0), new PlannedAction.Compute(new Reason.Missing()), List.of()))
                .toList();
        return new RunPlan(EnvironmentName.MAIN, 0, steps, new TreeMap<>(), List.of());
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
}
