package dev.weir.materializer.simulation;

import static java.util.stream.Collectors.toMap;

import dev.weir.assets.AssetKey;
import dev.weir.assets.Backoff;
import dev.weir.assets.digest.CodeDigest;
import dev.weir.assets.digest.ConfigDigest;
import dev.weir.assets.digest.Hasher;
import dev.weir.assets.graph.AssetGraph;
import dev.weir.assets.spec.AssetSpec;
import dev.weir.assets.spec.Computation;
import dev.weir.assets.spec.Dependency;
import dev.weir.assets.spec.Description;
import dev.weir.assets.spec.Execution;
import dev.weir.assets.spec.Form;
import dev.weir.assets.spec.InputSpec;
import dev.weir.assets.spec.Membership;
import dev.weir.assets.spec.Parameter;
import dev.weir.assets.spec.PoolName;
import dev.weir.assets.spec.RetryPolicy;
import dev.weir.assets.spec.Setting;
import dev.weir.assets.spec.ValueType;
import dev.weir.checks.CheckKey;
import dev.weir.materializer.plan.Definitions;
import dev.weir.materializer.plan.PlannedAction;
import dev.weir.materializer.plan.PlannedInput;
import dev.weir.materializer.plan.PlannedStep;
import dev.weir.materializer.plan.Reason;
import dev.weir.materializer.plan.RunPlan;
import dev.weir.materializer.version.AssetPartition;
import dev.weir.materializer.version.EnvironmentName;
import dev.weir.materializer.version.VersionId;
import dev.weir.materializer.version.VersionStore;
import dev.weir.partitions.PartitionKey;
import dev.weir.partitions.PartitionSet;
import dev.weir.partitions.PartitionsDefinition;
import dev.weir.partitions.time.Cadence;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/// What the simulated processes run: two days of raw data, what is made of each of them, and a report of both with its index,
/// which one call makes.
final class Pipeline {

    private static final ValueType TABLE = new ValueType(Form.TABLE, Optional.empty(), "Table<?>");
    private static final LocalDate START = LocalDate.of(2013, 1, 1);
    private static final PartitionsDefinition DAILY =
            new PartitionsDefinition.Time(new Cadence.Days(), START, START.plusDays(2), ZoneId.of("UTC"));
    private static final PartitionsDefinition WHOLE = new PartitionsDefinition.Unpartitioned();
    private static final PoolName NARROW = new PoolName("narrow");
    private static final PoolName WIDE = new PoolName("wide");
    static final Map<PoolName, Integer> TIGHT = Map.of(NARROW, 1, WIDE, 2);
    static final Map<PoolName, Integer> LOOSE = Map.of(NARROW, 2, WIDE, 6);
    private static final Execution PATIENT =
            new Execution(new Setting.Inherit<>(), new Setting.Inherit<>(), new Setting.Of<>(WIDE));
    private static final Execution IMPATIENT = new Execution(
            new Setting.Of<>(new RetryPolicy(2, Duration.ofSeconds(1), Backoff.EXPONENTIAL, 0.5)),
            new Setting.Of<>(Duration.ofSeconds(20)),
            new Setting.Of<>(NARROW));
    private static final int DAY = (int) START.toEpochDay();

    private static final AssetKey RAW = AssetKey.parse("raw");
    private static final AssetKey DELAYS = AssetKey.parse("delays");
    static final AssetKey REPORT = AssetKey.parse("report");
    static final AssetKey INDEX = AssetKey.parse("index");

    private static final Definitions DEFINITIONS = definitions(AssetGraph.of(List.of(
            asset(RAW, DAILY, PATIENT),
            asset(DELAYS, DAILY, IMPATIENT, "raw"),
            together(asset(REPORT, WHOLE, IMPATIENT, "delays")),
            together(asset(INDEX, WHOLE, IMPATIENT, "delays")))));

    private Pipeline() {}

    static Definitions definitions() {
        return DEFINITIONS;
    }

    static Optional<PoolName> poolOf(AssetPartition target) {
        return DEFINITIONS.graph().asset(target.asset()).execution().pool().value();
    }

    /// All partitions of all assets.
    static List<AssetPartition> targets() {
        return List.of(
                new AssetPartition(RAW, DAY), new AssetPartition(RAW, DAY + 1),
                new AssetPartition(DELAYS, DAY), new AssetPartition(DELAYS, DAY + 1),
                new AssetPartition(REPORT, 0), new AssetPartition(INDEX, 0));
    }

    static PartitionKey keyOf(AssetPartition target) {
        return DEFINITIONS.graph().asset(target.asset()).partitions().keyOf(target.ordinal());
    }

    /// Some part of it, or a new check of what is there.
    static RunPlan plan(RandomGenerator random, VersionStore versions) {
        int day = DAY + random.nextInt(2);
        if (random.nextInt(8) == 0) {
            return plan(versions.current(EnvironmentName.MAIN, RAW, Optional.of(PartitionSet.of(day))).stream()
                    .map(current -> step(RAW, day, check(current.version().id())))
                    .toList());
        }
        List<PlannedStep> steps = new ArrayList<>();
        int shape = random.nextInt(8);
        if (shape != 0) {
            steps.add(step(RAW, day, compute()));
        }
        if (shape >= 5) {
            steps.add(step(RAW, DAY + DAY + 1 - day, compute()));
        }
        if (shape != 1) {
            boolean always = shape == 0 || random.nextInt(4) > 0;
            steps.add(step(DELAYS, day, always ? compute() : computeUnlessInputsComeOutEqual()));
        }
        if (shape >= 3) {
            steps.add(step(REPORT, 0, compute()));
            steps.add(step(INDEX, 0, compute()));
        }
        return plan(steps);
    }

    private static RunPlan plan(List<PlannedStep> steps) {
        return new RunPlan(EnvironmentName.MAIN, 0, steps, new TreeMap<>(), List.of());
    }

    private static PlannedAction check(VersionId current) {
        return new PlannedAction.Check(current, Set.of(new CheckKey(RAW, "new")));
    }

    private static PlannedAction computeUnlessInputsComeOutEqual() {
        return new PlannedAction.ComputeUnlessInputsComeOutEqual(new Reason.Missing());
    }

    private static PlannedAction compute() {
        return new PlannedAction.Compute(new Reason.Missing());
    }

    private static PlannedStep step(AssetKey asset, int ordinal, PlannedAction action) {
        List<PlannedInput> inputs = new ArrayList<>();
        for (Dependency dependency : DEFINITIONS.graph().dependenciesOf(asset)) {
            PartitionSet read = asset.equals(REPORT) || asset.equals(INDEX) ? PartitionSet.of(DAY, DAY + 1) : PartitionSet.of(ordinal);
            inputs.add(new PlannedInput(dependency, read));
        }
        return new PlannedStep(new AssetPartition(asset, ordinal), action, inputs);
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

    private static AssetSpec together(AssetSpec asset) {
        Computation alone = asset.computation();
        Membership membership =
                new Membership("Both", asset.key().name(), 0, List.of(REPORT, INDEX), Membership.Extent.ALL);
        Computation shared = new Computation(
                alone.declaringClass(),
                "both",
                alone.number(),
                alone.parameters(),
                alone.query(),
                alone.command(),
                alone.codeVersion(),
                alone.condition(),
                alone.source(),
                Optional.of(membership));
        return new AssetSpec(
                asset.key(),
                asset.description(),
                asset.partitions(),
                shared,
                asset.output(),
                asset.execution(),
                asset.after());
    }

    private static AssetSpec asset(
            AssetKey key, PartitionsDefinition partitions, Execution execution, String... reading) {
        List<Parameter> parameters = Arrays.stream(reading)
                .<Parameter>map(upstream ->
                        new Parameter.Upstream(new InputSpec(upstream, upstream, TABLE, Optional.empty())))
                .toList();
        return new AssetSpec(
                key,
                Description.NONE,
                partitions,
                new Computation("Simulated", key.name(), 0, parameters, Optional.empty(), Optional.empty()),
                TABLE,
                execution,
                List.of());
    }
}
