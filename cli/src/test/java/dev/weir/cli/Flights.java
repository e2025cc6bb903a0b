package dev.weir.cli;

import dev.weir.assets.AssetKey;
import dev.weir.assets.digest.CodeDigest;
import dev.weir.assets.digest.ConfigDigest;
import dev.weir.assets.digest.DataDigest;
import dev.weir.assets.digest.Digest;
import dev.weir.assets.graph.AssetGraph;
import dev.weir.assets.schema.Column;
import dev.weir.assets.schema.ColumnType;
import dev.weir.assets.schema.Nullability;
import dev.weir.assets.schema.Schema;
import dev.weir.assets.spec.AssetSpec;
import dev.weir.assets.spec.Computation;
import dev.weir.assets.spec.Description;
import dev.weir.assets.spec.Execution;
import dev.weir.assets.spec.Form;
import dev.weir.assets.spec.InputSpec;
import dev.weir.assets.spec.Parameter;
import dev.weir.assets.spec.ValueType;
import dev.weir.checks.CheckKey;
import dev.weir.checks.CheckResult;
import dev.weir.checks.CheckSeverity;
import dev.weir.checks.CheckSpec;
import dev.weir.checks.ReadyMade;
import dev.weir.checks.Verdict;
import dev.weir.cli.wiring.Workspace;
import dev.weir.materializer.adopt.Adopting;
import dev.weir.materializer.collect.CollectionStore;
import dev.weir.materializer.memory.InMemoryStore;
import dev.weir.materializer.plan.Definitions;
import dev.weir.materializer.plan.RunPlan;
import dev.weir.materializer.publish.Changeset;
import dev.weir.materializer.publish.Claim;
import dev.weir.materializer.publish.CommitGroup;
import dev.weir.materializer.publish.GroupFiles;
import dev.weir.materializer.publish.Move;
import dev.weir.materializer.publish.MoveOutcome;
import dev.weir.materializer.publish.RunLease;
import dev.weir.materializer.publish.StepResult.Timing;
import dev.weir.materializer.publish.StepResult;
import dev.weir.materializer.run.Asked;
import dev.weir.materializer.run.Run;
import dev.weir.materializer.run.RunIds;
import dev.weir.materializer.run.RunListener;
import dev.weir.materializer.run.RunStatus;
import dev.weir.materializer.run.RunStore;
import dev.weir.materializer.run.Runs;
import dev.weir.materializer.run.Settings;
import dev.weir.materializer.run.StepOutput;
import dev.weir.materializer.run.StepRunner;
import dev.weir.materializer.run.StepTask;
import dev.weir.materializer.staleness.InputDigests;
import dev.weir.materializer.version.AssetPartition;
import dev.weir.materializer.version.Content;
import dev.weir.materializer.version.DataFile;
import dev.weir.materializer.version.Digests;
import dev.weir.materializer.version.EnvironmentName;
import dev.weir.materializer.version.InputUse;
import dev.weir.materializer.version.RunId;
import dev.weir.materializer.version.Version;
import dev.weir.materializer.version.VersionId;
import dev.weir.materializer.version.VersionState;
import dev.weir.materializer.version.VersionStore;
import dev.weir.metadata.Database;
import dev.weir.partitions.PartitionKey;
import dev.weir.partitions.PartitionSet;
import dev.weir.partitions.PartitionsDefinition;
import dev.weir.partitions.time.Cadence;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.UUID;
import java.util.random.RandomGenerator;

/// A project of five assets, all in memory: two daily sources and daily delays made of both, a monthly report made of
/// these, and planes. A test publishes what it needs.
public final class Flights implements Workspace {
    private static final InstantSource CLOCK = InstantSource.fixed(Called.NOON);
    private static final Instant MADE = Instant.parse("2026-06-01T11:00:00Z");
    private static final PartitionsDefinition DAILY = time(new Cadence.Days());
    private static final PartitionsDefinition MONTHLY = time(new Cadence.Months());
    private static final Schema SCHEMA = new Schema(List.of(
            new Column("origin", ColumnType.STRING, Nullability.NOT_NULL),
            new Column("delay", ColumnType.DOUBLE, Nullability.NULLABLE)));

    private final InMemoryStore store = new InMemoryStore(CLOCK);
    private final AssetGraph graph = AssetGraph.of(List.of(
            asset("raw_flights", DAILY, "Departures as reported, one row a flight"),
            asset("hourly_weather", DAILY, "Weather by the hour"),
            asset("planes", new PartitionsDefinition.Unpartitioned(), ""),
            asset("daily_delays", DAILY, "Delays by origin and carrier", "raw_flights", "hourly_weather"),
            asset("carrier_report", MONTHLY, "", "daily_delays")));
    private final RandomGenerator random = new Random(1);
    private final RunIds runIds = new RunIds(CLOCK, random);
    private final Map<AssetKey, StepRunner> runners = new HashMap<>();
    private RunLease lease;
    private int ids;

    public Flights() {
        lease = startRun();
    }

    private RunLease startRun() {
        RunId run = new RunId(id());
        store.runs()
                .create(
                        new Run(
                                run,
                                EnvironmentName.MAIN,
                                RunStatus.QUEUED,
                                "weir materialize",
                                "d1",
                                3,
                                "",
                                MADE.plusSeconds(ids),
                                null,
                                null,
                                null),
                        "",
                        Duration.ofDays(1));
        RunLease started = new RunLease(run, "this test", EnvironmentName.MAIN);
        if (!store.runs().start(run, started.owner(), Duration.ofDays(1), MADE.plusSeconds(ids))) {
            throw new IllegalStateException("The run did not start");
        }
        return started;
    }

    /// Publishes a table of 842 rows, read from these versions.
    public Version publish(String asset, String partition, InputUse... inputs) {
        Version version = version(asset, partition, VersionState.PUBLISHED, inputs);
        commit(new StepResult.Published(version, List.of(verdict(version.target().asset(), true)), timing(), "missing"));
        return version;
    }

    /// Makes a version whose check failed, in a run of its own.
    public Version reject(String asset, String partition) {
        lease = startRun();
        Version version = version(asset, partition, VersionState.REJECTED);
        commit(new StepResult.Rejected(version, List.of(verdict(version.target().asset(), false)), timing(), "missing"));
        return version;
    }

    /// Ends the newest run.
    public void finish() {
        if (!store.runs()
                .finish(lease.run(), lease.owner(), RunStatus.SUCCEEDED, MADE.plusSeconds(60), Optional.empty())) {
            throw new IllegalStateException("The run did not end");
        }
    }

    public static InputUse reading(Version version) {
        return new InputUse.Exact(version.target().asset(), version.target().ordinal(), version.id());
    }

    /// All partitions of an asset from one key to another, at what is current now.
    public InputUse readingAll(String asset, String first, String last) {
        AssetSpec spec = graph.asset(AssetKey.parse(asset));
        PartitionSet partitions = PartitionSet.range(
                spec.partitions().ordinalOf(new PartitionKey(first)),
                spec.partitions().ordinalOf(new PartitionKey(last)));
        return new InputUse.Many(spec.key(), partitions, store.versions().sequence(), digest(9));
    }

    private Version version(String asset, String partition, VersionState state, InputUse... inputs) {
        AssetKey key = AssetKey.parse(asset);
        int ordinal = graph.asset(key).partitions().ordinalOf(new PartitionKey(partition));
        Claim claim = store.commits().claim(lease, List.of(new AssetPartition(key, ordinal))).getFirst();
        String path = "objects/%s/%s/part-0-%d.parquet".formatted(asset, partition, claim.nextNumber());
        return new Version(
                new VersionId(id()),
                claim.target(),
                claim.nextNumber(),
                state,
                new Version.Origin(lease.run(), 1, claim.epoch(), MADE.plusSeconds(ids)),
                new Digests(
                        new CodeDigest(digest(1)),
                        new ConfigDigest(digest(2)),
                        inputs.length == 0 ? new InputDigests().finish() : digest(3),
                        new DataDigest(digest(ids))),
                new Content.TableFiles(SCHEMA, List.of(new DataFile(path, 23_456, 842, digest(5)))),
                Arrays.asList(inputs),
                Map.of("source", "archive"),
                Map.of(),
                "");
    }

    private static Verdict verdict(AssetKey asset, boolean passed) {
        CheckResult result =
                CheckResult.of(passed).with("rows", 842L).with("nulls", passed ? 0L : 12L);
        return new Verdict(
                new CheckKey(asset, "not_null_origin"),
                digest(7),
                CheckSeverity.ERROR,
                "origin is never null",
                passed ? result : result.sample(Map.of("carrier", "UA")),
                Duration.ofMillis(2));
    }

    private void commit(StepResult result) {
        store.commits().commit(new CommitGroup(id(), lease, MADE, List.of(result)));
    }

    private static Timing timing() {
        return new Timing(MADE, Duration.ofMillis(1_250));
    }

    private UUID id() {
        ids++;
        return new UUID(0x019b_0000_0000_7000L | ((long) ids << 16), 0x8000_0000_0000_0000L | ids);
    }

    private static Digest digest(long seed) {
        return new Digest(seed << 56 | seed, seed, seed, seed);
    }

    private static PartitionsDefinition time(Cadence cadence) {
        return new PartitionsDefinition.Time(
                cadence, LocalDate.of(2013, 1, 1), LocalDate.of(2014, 1, 1), ZoneId.of("America/New_York"));
    }

    private static AssetSpec asset(String name, PartitionsDefinition partitions, String text, String... inputs) {
        ValueType table = new ValueType(Form.TABLE, Optional.empty(), "Table<?>");
        List<Parameter> parameters = Arrays.stream(inputs)
                .map(input -> (Parameter) new Parameter.Upstream(new InputSpec(input, input, table, Optional.empty())))
                .toList();
        return new AssetSpec(
                AssetKey.parse(name),
                new Description(text, "flights", List.of("team:ops"), List.of(), List.of()),
                partitions,
                new Computation("org.example.Flights", name, 0, parameters, Optional.empty(), Optional.empty()),
                table,
                Execution.PLAIN,
                List.of());
    }

    /// What the asset does from now on, in place of giving a table.
    public void whenRun(String asset, StepRunner runner) {
        runners.put(AssetKey.parse(asset), runner);
    }

    /// A table of 842 rows that passes its checks.
    public static StepOutput table(StepTask task) {
        return new StepOutput(
                new Content.TableFiles(SCHEMA, List.of(new DataFile("objects/x.parquet", 23_456, 842, digest(5)))),
                new DataDigest(digest(task.number())),
                Map.of(),
                Map.of(),
                List.of());
    }

    /// A table that does not pass.
    public static StepOutput badTable(StepTask task) {
        Verdict failed = verdict(task.step().target().asset(), false);
        return new StepOutput(
                table(task).content(), new DataDigest(digest(77)), Map.of(), Map.of(), List.of(failed));
    }

    @Override
    public Definitions definitions() {
        Map<AssetKey, CodeDigest> code = new HashMap<>();
        Map<AssetKey, ConfigDigest> config = new HashMap<>();
        graph.keys().forEach(key -> code.put(key, new CodeDigest(digest(1))));
        graph.keys().forEach(key -> config.put(key, new ConfigDigest(digest(2))));
        AssetKey delays = AssetKey.parse("daily_delays");
        CheckSpec check = new CheckSpec(
                "daily_delays",
                "not_null_origin",
                "origin is never null",
                CheckSeverity.ERROR,
                new ReadyMade.NotNullColumn("origin"));
        return new Definitions(
                graph,
                code,
                config,
                Map.of(delays, List.of(check)),
                Map.of(new CheckKey(delays, check.name()), digest(7)));
    }

    @Override
    public void prepareToWrite() {}

    @Override
    public Database.Migration migrate() {
        return new Database.Migration("flights on db, schema weir", 0, 1);
    }

    @Override
    public Runs.Handle begin(RunPlan plan, Asked asked, OptionalInt parallel, RunListener listener) {
        Runs.Identity identity = new Runs.Identity("this test", CLOCK, random, runIds);
        return new Runs(
                        new Runs.Stores(store.runs(), store.commits(), store.versions()), GroupFiles.NONE, identity)
                .begin(
                        new Runs.Order(plan, definitions(), asked, new Settings(parallel.orElse(1)), Optional.empty()),
                        task -> runners.getOrDefault(task.step().target().asset(), Flights::table).run(task),
                        listener);
    }

    @Override
    public Optional<Stopping> cancel(RunId run, String why) {
        return store.runs().cancel(run, Called.NOON, why) ? Optional.of(Stopping.WITH_ITS_HEARTBEAT) : Optional.empty();
    }

    @Override
    public List<Version> accept(EnvironmentName environment, AssetKey asset, List<Version> current, String reason) {
        return new Adopting(definitions(), environment, store.adoptions()).accept(asset, current, id(), reason, Called.NOON);
    }

    @Override
    public MoveOutcome move(
            EnvironmentName environment, List<Move> moves, String reason, Optional<RunId> undoes) {
        return store.commits().move(new Changeset(id(), environment, Called.NOON, reason, undoes, moves));
    }

    @Override
    public PartitionSet release(EnvironmentName environment, AssetKey asset, Optional<PartitionSet> partitions) {
        return store.commits().release(id(), environment, asset, partitions, Called.NOON);
    }

    @Override
    public VersionStore versions() {
        return store.versions();
    }

    @Override
    public CollectionStore collections() {
        return store.collections();
    }

    @Override
    public RunStore runs() {
        return store.runs();
    }

    @Override
    public Path pathOf(String path) {
        return Path.of("/warehouse").resolve(path);
    }

    @Override
    public void close() {}
}
