package dev.weir.materializer.step;

import dev.weir.assets.AssetKey;
import dev.weir.assets.Log;
import dev.weir.assets.digest.CodeDigest;
import dev.weir.assets.digest.ConfigDigest;
import dev.weir.assets.digest.Hasher;
import dev.weir.assets.generated.AssetModule;
import dev.weir.assets.generated.RowCodec;
import dev.weir.assets.graph.AssetGraph;
import dev.weir.assets.spec.AssetSpec;
import dev.weir.assets.spec.Computation;
import dev.weir.assets.spec.ConfigSpec;
import dev.weir.assets.spec.Description;
import dev.weir.assets.spec.Execution;
import dev.weir.assets.spec.Form;
import dev.weir.assets.spec.InputSpec;
import dev.weir.assets.spec.Parameter;
import dev.weir.assets.spec.RowType;
import dev.weir.assets.spec.ValueType;
import dev.weir.materializer.memory.InMemoryStore;
import dev.weir.materializer.plan.Definitions;
import dev.weir.materializer.plan.PlannedAction;
import dev.weir.materializer.plan.PlannedInput;
import dev.weir.materializer.plan.PlannedStep;
import dev.weir.materializer.plan.Reason;
import dev.weir.materializer.plan.RunPlan;
import dev.weir.materializer.publish.CrashPoints;
import dev.weir.materializer.run.RunIds;
import dev.weir.materializer.run.RunListener;
import dev.weir.materializer.run.RunReport;
import dev.weir.materializer.run.Runs;
import dev.weir.materializer.run.Settings;
import dev.weir.materializer.value.RowCodecs;
import dev.weir.materializer.version.AssetPartition;
import dev.weir.materializer.version.EnvironmentName;
import dev.weir.materializer.version.Version;
import dev.weir.materializer.warehouse.Warehouse;
import dev.weir.partitions.PartitionKey;
import dev.weir.partitions.PartitionSet;
import dev.weir.partitions.PartitionsDefinition;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// A project of a few methods, each an asset, run on stores in memory and a warehouse on disk. Stands for what the
/// processor generates.
final class SmallShop implements UserCode, AssetModule {

    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-01-15T12:00:00Z"));

    private final InMemoryStore store = new InMemoryStore(CLOCK);
    private final Warehouse warehouse;
    private final List<AssetSpec> assets = new ArrayList<>();
    private final List<Body> bodies = new ArrayList<>();
    private final List<Class<?>> rows = new ArrayList<>();

    SmallShop(Warehouse warehouse) {
        this.warehouse = warehouse;
    }

    /// The method of an asset.
    interface Body {
        @Nullable Object call(@Nullable Object[] arguments) throws Exception;
    }

    SmallShop with(String asset, ValueType output, List<Parameter> parameters, Body body) {
        assets.add(new AssetSpec(
                AssetKey.parse(asset),
                Description.NONE,
                new PartitionsDefinition.Unpartitioned(),
                new Computation("Shop", asset, bodies.size(), parameters, Optional.empty(), Optional.empty()),
                output,
                Execution.PLAIN,
                List.of()));
        bodies.add(body);
        return this;
    }

    ValueType table(Form form, Class<? extends Record> row) {
        rows.add(row);
        return new ValueType(
                form,
                Optional.of(new RowType(
                        row.getName(), RowCodecs.of(row).schema(), rows.size() - 1)),
                "Table<%s>".formatted(row.getSimpleName()));
    }

    static ValueType of(Form form) {
        return new ValueType(form, Optional.empty(), form.name());
    }

    static Parameter reading(String asset, ValueType type) {
        return new Parameter.Upstream(new InputSpec(asset, asset, type, Optional.empty()));
    }

    RunReport run() {
        AssetGraph graph = AssetGraph.of(assets);
        Definitions definitions = definitions(graph);
        RandomGenerator random = RandomGenerator.of("L64X128MixRandom");
        Runs runs = new Runs(
                new Runs.Stores(store.runs(), store.commits(), store.versions()),
                warehouse.groupFiles(_ -> PartitionKey.UNPARTITIONED, CrashPoints.NONE),
                new Runs.Identity("me", CLOCK, random, new RunIds(CLOCK, random)));
        AssetStepRunner runner = new AssetStepRunner(
                this, definitions, warehouse.objects(), store.versions(), EnvironmentName.MAIN, CLOCK, _ -> SILENT, Outside.commandsIn(Path.of("")));
        Runs.Handle handle = runs.begin(
                new Runs.Order(plan(graph), definitions, "all", new Settings(2)), runner, RunListener.SILENT);
        RunReport report = handle.await();
        warehouse.objects().endRun(handle.id());
        return report;
    }

    /// What went wrong with the one asset that failed.
    String problem() {
        return String.valueOf(run().failed().getFirst().problem());
    }

    Version current(String asset) {
        return store.versions()
                .current(EnvironmentName.MAIN, AssetKey.parse(asset), Optional.empty())
                .getFirst()
                .version();
    }

    private static final Log SILENT = new Log() {
        @Override
        public void info(String message, Object... arguments) {}

        @Override
        public void warn(String message, Object... arguments) {}
    };

    private static RunPlan plan(AssetGraph graph) {
        List<PlannedStep> steps = graph.keys().stream()
                .map(key -> new PlannedStep(
                        new AssetPartition(key, 0),
                        new PlannedAction.Compute(new Reason.Missing()),
                        graph.dependenciesOf(key).stream()
                                .map(dependency -> new PlannedInput(dependency, PartitionSet.of(0)))
                                .toList()))
                .toList();
        return new RunPlan(EnvironmentName.MAIN, 0, steps, new TreeMap<>(), List.of());
    }

    private static Definitions definitions(AssetGraph graph) {
        Map<AssetKey, CodeDigest> codes = new HashMap<>();
        Map<AssetKey, ConfigDigest> configs = new HashMap<>();
        graph.keys().forEach(key -> {
            codes.put(key, new CodeDigest(new Hasher().add("code").finish()));
            configs.put(key, new ConfigDigest(new Hasher().finish()));
        });
        return new Definitions(graph, codes, configs, Map.of(), Map.of());
    }

    @Override
    public @Nullable Object call(int method, @Nullable Object instance, @Nullable Object[] arguments) throws Exception {
        return bodies.get(method).call(arguments);
    }

    @Override
    public RowCodec<?> codec(int row) {
        return RowCodecs.of(rows.get(row));
    }

    @Override
    public Object construct(int factory, @Nullable Object[] arguments) {
        throw new UnsupportedOperationException();
    }

    @Override
    public AssetModule module(String declaringClass) {
        return this;
    }

    @Override
    public @Nullable Object instance(String declaringClass) {
        return null;
    }

    @Override
    public List<Object> valuesOf(ConfigSpec config) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Object configuration(String declaringClass, ConfigSpec config) {
        throw new UnsupportedOperationException();
    }
}
