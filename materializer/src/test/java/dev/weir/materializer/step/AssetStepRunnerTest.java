package dev.weir.materializer.step;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.assets.AssetKey;
import dev.weir.assets.Log;
import dev.weir.assets.Output;
import dev.weir.assets.Table;
import dev.weir.assets.digest.CodeDigest;
import dev.weir.assets.digest.ConfigDigest;
import dev.weir.assets.digest.Hasher;
import dev.weir.assets.generated.AssetModule;
import dev.weir.assets.generated.RowCodec;
import dev.weir.assets.graph.AssetGraph;
import dev.weir.assets.schema.Column;
import dev.weir.assets.schema.ColumnType;
import dev.weir.assets.schema.Nullability;
import dev.weir.assets.schema.Schema;
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
import dev.weir.checks.CheckKey;
import dev.weir.checks.CheckResult;
import dev.weir.checks.CheckRule;
import dev.weir.checks.ReadyMade;
import dev.weir.checks.CheckSeverity;
import dev.weir.checks.CheckSpec;
import dev.weir.checks.Verdict;
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
import dev.weir.materializer.run.RunStatus;
import dev.weir.materializer.run.Runs;
import dev.weir.materializer.run.Settings;
import dev.weir.materializer.value.RowCodecs;
import dev.weir.materializer.version.AssetPartition;
import dev.weir.materializer.version.Content;
import dev.weir.materializer.version.EnvironmentName;
import dev.weir.materializer.version.Version;
import dev.weir.materializer.warehouse.Warehouse;
import dev.weir.partitions.PartitionKey;
import dev.weir.partitions.PartitionSet;
import dev.weir.partitions.PartitionsDefinition;
import java.io.IOException;
import java.io.UncheckedIOException;
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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AssetStepRunnerTest {

    record Order(String customer, int amount) {}

    record Total(String customer, long total) {}

    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-01-15T12:00:00Z"));
    private static final ValueType ORDERS = new ValueType(
            Form.LIST,
            Optional.of(new RowType("Order", schema(ColumnType.INT, "amount"), 0)),
            "List<Order>");
    private static final ValueType TOTALS = new ValueType(
            Form.TABLE,
            Optional.of(new RowType("Total", schema(ColumnType.LONG, "total"), 1)),
            "Table<Total>");

    private final InMemoryStore store = new InMemoryStore(CLOCK);
    private final List<CheckSpec> checks = new ArrayList<>();
    private List<Order> orders = List.of(new Order("ada", 3), new Order("bob", 4), new Order("ada", 5));

    private final List<String> logged = new ArrayList<>();
    private Log log = new Log() {
        @Override
        public void info(String message, Object... arguments) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void warn(String message, Object... arguments) {
            logged.add(String.valueOf(arguments[0]));
        }
    };

    @TempDir
    private Path folder;

    private Warehouse warehouse;

    @BeforeEach
    void openTheWarehouse() {
        warehouse = Warehouse.open(folder, "tests");
    }

    @Test
    void rowsOfRecordsReachAQueryAndItsResultIsPublished() {
        RunReport report = run();

        assertThat(report.failed()).isEmpty();
        assertThat(report.published()).isEqualTo(2);
        Version totals = current("totals");
        assertThat(totals.content().rows()).isEqualTo(2);
        assertThat(rows(totals)).containsExactly(new Total("ada", 8), new Total("bob", 4));
    }

    @Test
    void metadataOfTheOutputIsKeptWithTheVersion() {
        run();

        assertThat(current("orders").metadata()).containsEntry("customers", 2L);
    }

    @Test
    void aVersionThatFailsACheckIsRejectedWithTheNumbersThatShowWhy() {
        checks.add(new CheckSpec(
                "orders",
                "range_amount",
                "amount lies between 0 and 100",
                CheckSeverity.ERROR,
                new ReadyMade.ColumnRange("amount", 0, 100)));
        orders = List.of(new Order("ada", 3), new Order("eve", -7));

        RunReport report = run();

        assertThat(report.status()).isEqualTo(RunStatus.FAILED);
        assertThat(report.rejected()).singleElement().satisfies(rejected -> {
            Verdict verdict = rejected.verdicts().getFirst();
            assertThat(verdict.blocks()).isTrue();
            assertThat(verdict.result().sample())
                    .containsExactly(Map.of("customer", "eve", "amount", "-7"));
        });
        assertThat(store.versions().current(EnvironmentName.MAIN)).isEmpty();
    }

    @Test
    void aCheckOfOnesOwnReadsTheStagedVersion() {
        checks.add(new CheckSpec(
                "totals",
                "everybody_pays",
                "Everybody pays",
                CheckSeverity.ERROR,
                new CheckRule.CustomMethod("Shop", "everybodyPays", 2, List.of(reading("totals", TOTALS)))));

        RunReport report = run();

        assertThat(report.published()).isEqualTo(2);
        assertThat(store.versions().verdictsOf(current("totals").id()))
                .singleElement()
                .satisfies(verdict -> assertThat(verdict.result())
                        .isEqualTo(CheckResult.of(true).with("customers", 2L)));
    }

    @Test
    void nullIsNoTable() {
        orders = List.of();
        RunReport report = run(new Shop() {
            @Override
            @Nullable Object orders() {
                return null;
            }
        });

        assertThat(report.failed().getFirst().problem())
                .isEqualTo(
                        "IllegalArgumentException: The method returned null; where there are no rows, return an empty list");
        assertThat(logged).singleElement().asString().startsWith(IllegalArgumentException.class.getName()).contains("\tat dev.weir");
    }

    @Test
    void aLogThatCannotBeWrittenHidesNothing() {
        log = new Log() {
            @Override
            public void info(String message, Object... arguments) {}

            @Override
            public void warn(String message, Object... arguments) {
                throw new UncheckedIOException(new IOException("No space left on device"));
            }
        };

        RunReport report = run(new Shop() {
            @Override
            @Nullable Object orders() {
                throw new IllegalStateException("the shop is closed");
            }
        });

        assertThat(report.failed().getFirst().problem()).isEqualTo("IllegalStateException: the shop is closed");
    }

    private RunReport run() {
        return run(new Shop());
    }

    private RunReport run(Shop shop) {
        AssetGraph graph = AssetGraph.of(List.of(
                asset("orders", 0, List.of(), ORDERS, Optional.empty()),
                asset(
                        "totals",
                        -1,
                        List.of(reading("orders", ORDERS)),
                        TOTALS,
                        Optional.of("select customer, sum(amount) as total from orders group by all order by customer"))));
        Definitions definitions = definitions(graph);
        RandomGenerator random = RandomGenerator.of("L64X128MixRandom");
        Runs runs = new Runs(
                new Runs.Stores(store.runs(), store.commits(), store.versions()),
                warehouse.groupFiles(_ -> PartitionKey.UNPARTITIONED, CrashPoints.NONE),
                new Runs.Identity("me", CLOCK, random, new RunIds(CLOCK, random)));
        AssetStepRunner runner = new AssetStepRunner(
                shop, definitions, warehouse.objects(), store.versions(), EnvironmentName.MAIN, CLOCK, _ -> log, Outside.commandsIn(Path.of("")));
        return runs.begin(
                        new Runs.Order(plan(graph), definitions, "all", new Settings(2)),
                        runner,
                        RunListener.SILENT)
                .await();
    }

    /// Stands for what the processor generates.
    private class Shop implements UserCode, AssetModule {

        @Nullable Object orders() {
            return Output.of(orders).with("customers", orders.stream().map(Order::customer).distinct().count());
        }

        @Override
        public @Nullable Object call(int method, @Nullable Object instance, @Nullable Object[] arguments) {
            if (method == 2 && arguments[0] instanceof Table<?> totals) {
                long customers = totals.countDistinct("customer");
                return CheckResult.of(customers > 0).with("customers", customers);
            }
            return orders();
        }

        @Override
        public RowCodec<?> codec(int row) {
            return row == 0 ? RowCodecs.of(Order.class) : RowCodecs.of(Total.class);
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

    private Version current(String asset) {
        return store.versions()
                .current(EnvironmentName.MAIN, AssetKey.parse(asset), Optional.empty())
                .getFirst()
                .version();
    }

    private List<Total> rows(Version version) {
        Content.TableFiles table = (Content.TableFiles) version.content();
        VersionValues values = new VersionValues(
                definitions(AssetGraph.of(List.of(asset("totals", 0, List.of(), TOTALS, Optional.empty())))),
                warehouse.objects(),
                Tables::reader);
        return Tables.reader()
                .files(
                        table.files().stream()
                                .map(file -> values.tableFile(
                                        warehouse.objects().locate(file), table.schema(), file, version.target()))
                                .toList(),
                        RowCodecs.of(Total.class),
                        new dev.weir.materializer.value.TableScope())
                .toList();
    }

    private Definitions definitions(AssetGraph graph) {
        CodeDigest code = new CodeDigest(new Hasher().add("code").finish());
        ConfigDigest config = new ConfigDigest(new Hasher().finish());
        Map<AssetKey, CodeDigest> codes = new HashMap<>();
        Map<AssetKey, ConfigDigest> configs = new HashMap<>();
        graph.keys().forEach(key -> {
            codes.put(key, code);
            configs.put(key, config);
        });
        Map<AssetKey, List<CheckSpec>> byAsset = new HashMap<>();
        Map<CheckKey, dev.weir.assets.digest.Digest> digests = new HashMap<>();
        for (CheckSpec check : checks) {
            AssetKey asset = AssetKey.parse(check.asset());
            byAsset.computeIfAbsent(asset, _ -> new ArrayList<>()).add(check);
            digests.put(new CheckKey(asset, check.name()), new Hasher().add(check.name()).finish());
        }
        return new Definitions(graph, codes, configs, byAsset, digests);
    }

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

    private static AssetSpec asset(
            String key, int number, List<Parameter> parameters, ValueType output, Optional<String> query) {
        return new AssetSpec(
                AssetKey.parse(key),
                Description.NONE,
                new PartitionsDefinition.Unpartitioned(),
                new Computation("Shop", key, number, parameters, query, Optional.empty()),
                output,
                Execution.PLAIN,
                List.of());
    }

    private static Parameter reading(String asset, ValueType type) {
        ValueType table = new ValueType(Form.TABLE, type.row(), type.javaType());
        return new Parameter.Upstream(new InputSpec(asset, asset, table, Optional.empty()));
    }

    private static Schema schema(ColumnType type, String number) {
        return new Schema(List.of(
                new Column("customer", ColumnType.STRING, Nullability.NULLABLE),
                new Column(number, type, Nullability.NOT_NULL)));
    }
}
