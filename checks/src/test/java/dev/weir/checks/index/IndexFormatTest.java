package dev.weir.checks.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.assets.AssetKey;
import dev.weir.assets.Backoff;
import dev.weir.assets.problem.Problem;
import dev.weir.assets.problem.ProblemCode;
import dev.weir.assets.problem.WeirException;
import dev.weir.assets.schema.Column;
import dev.weir.assets.schema.ColumnType;
import dev.weir.assets.schema.Nullability;
import dev.weir.assets.schema.Schema;
import dev.weir.assets.spec.AssetSpec;
import dev.weir.assets.spec.Computation;
import dev.weir.assets.spec.ConditionSpec;
import dev.weir.assets.spec.ConfigSpec;
import dev.weir.assets.spec.Description;
import dev.weir.assets.spec.Execution;
import dev.weir.assets.spec.Form;
import dev.weir.assets.spec.InputSpec;
import dev.weir.assets.spec.Membership;
import dev.weir.assets.spec.Parameter;
import dev.weir.assets.spec.PoolName;
import dev.weir.assets.spec.Presence;
import dev.weir.assets.spec.ProviderSpec;
import dev.weir.assets.spec.ResourceSpec.Argument;
import dev.weir.assets.spec.ResourceSpec.Making;
import dev.weir.assets.spec.ResourceSpec;
import dev.weir.assets.spec.Retention;
import dev.weir.assets.spec.RetryPolicy;
import dev.weir.assets.spec.RowType;
import dev.weir.assets.spec.Setting;
import dev.weir.assets.spec.Source;
import dev.weir.assets.spec.ValueType;
import dev.weir.assets.spec.Wrapping;
import dev.weir.checks.CheckRule;
import dev.weir.checks.CheckSeverity;
import dev.weir.checks.CheckSpec;
import dev.weir.checks.History;
import dev.weir.checks.Metric;
import dev.weir.checks.ReadyMade;
import dev.weir.checks.SchemaLevel;
import dev.weir.partitions.PartitionKey;
import dev.weir.partitions.PartitionsDefinition;
import dev.weir.partitions.mapping.PartitionMapping;
import dev.weir.partitions.time.Cadence;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IndexFormatTest {

    private static final String NAME = "com.acme.Flights";
    /// Where the content begins: after the magic word, the format, the version of Weir, the length and the checksum.
    private static final int CONTENT = 18 + WeirVersion.current().length();

    private static final RowType FLIGHT = new RowType(
            "com.acme.Flight",
            new Schema(List.of(
                    new Column("origin", ColumnType.STRING, Nullability.NULLABLE),
                    new Column("dep_delay", ColumnType.DOUBLE, Nullability.NOT_NULL))),
            0,
            new TreeSet<>(Set.of("origin")));

    private static final ValueType FLIGHTS = new ValueType(Form.TABLE, Optional.of(FLIGHT), "Table<Flight>");

    private static final ConfigSpec LIMITS = new ConfigSpec(
            "limits",
            "com.acme.Limits",
            1,
            List.of(
                    new ConfigSpec.Field("outlier", ColumnType.DOUBLE, List.of(), Optional.of("1440")),
                    new ConfigSpec.Field("since", ColumnType.DATE, List.of(), Optional.empty()),
                    new ConfigSpec.Field("mode", ColumnType.STRING, List.of("FAST", "SLOW"), Optional.empty())));

    @Test
    void everyVariantComesBackAsItWasWritten() {
        ClassIndex index = indexOfEveryVariant();

        ClassIndex back = IndexFormat.read(NAME, IndexFormat.write(index));

        assertThat(back).isEqualTo(index);
    }

    @Test
    void theSameDeclarationsGiveTheSameBytes() {
        assertThat(IndexFormat.write(indexOfEveryVariant())).isEqualTo(IndexFormat.write(indexOfEveryVariant()));
    }

    @Test
    void repeatedTypesAreReadAsOneInstance() {
        ClassIndex back = IndexFormat.read(NAME, IndexFormat.write(indexOfEveryVariant()));

        RowType output = back.assets().get(0).output().row().orElseThrow();
        RowType input = back.assets().get(1).inputs().get(0).type().row().orElseThrow();
        assertThat(input).isSameAs(output);
    }

    @Test
    void aQueryLongerThan64KiBFits() {
        String query = "select 1 -- " + "é".repeat(70_000);
        ClassIndex index = indexOf(List.of(asset(
                "long_query",
                new Computation(NAME, "longQuery", -1, List.of(), Optional.of(query), Optional.empty()))));

        assertThat(IndexFormat.read(NAME, IndexFormat.write(index))).isEqualTo(index);
    }

    @Test
    void anotherFormatIsRefusedByName() {
        byte[] bytes = IndexFormat.write(indexOfEveryVariant());
        ByteBuffer.wrap(bytes).putInt(4, 7);

        assertThatThrownBy(() -> IndexFormat.read(NAME, bytes))
                .isInstanceOfSatisfying(WeirException.class, refused -> assertThat(refused.problems())
                        .singleElement()
                        .satisfies(problem -> assertThat(problem.code()).isEqualTo(ProblemCode.FOREIGN_INDEX)))
                .hasMessage("Class com.acme.Flights was compiled for another Weir (index format 7, this one reads 6): "
                        + "recompile it with this version's processor");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 3, 9, 30, 200, -1})
    void aTruncatedIndexIsDamaged(int length) {
        byte[] whole = IndexFormat.write(indexOfEveryVariant());
        byte[] bytes = Arrays.copyOf(whole, length < 0 ? whole.length + length : length);

        assertDamaged(bytes);
    }

    @Test
    void anyChangedByteOfTheContentIsDamage() {
        byte[] bytes = IndexFormat.write(indexOfEveryVariant());
        bytes[bytes.length / 2] ^= 1;

        assertDamaged(bytes);
    }

    @Test
    void foreignContentWithARightChecksumIsDamagedOrReadButNeverAFault() {
        byte[] whole = IndexFormat.write(indexOfEveryVariant());
        RandomGenerator random = new SplittableRandom(7);
        int damaged = 0;
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = whole.clone();
            for (int flips = random.nextInt(1, 4); flips > 0; flips--) {
                bytes[random.nextInt(CONTENT, bytes.length)] = (byte) random.nextInt();
            }
            damaged += readsOrIsDamaged(sealed(bytes));
        }
        for (int length = CONTENT; length < whole.length; length++) {
            assertDamaged(sealed(Arrays.copyOf(whole, length)));
        }

        assertThat(damaged).isGreaterThan(1_000);
    }

    @Test
    void aSizeThatTheBytesCannotHoldIsDamage() {
        byte[] bytes = IndexFormat.write(indexOf(List.of()));
        for (int at = CONTENT; at + Integer.BYTES <= bytes.length; at++) {
            byte[] huge = bytes.clone();
            ByteBuffer.wrap(huge).putInt(at, 0x7FFF_FFF0);

            int _ = readsOrIsDamaged(sealed(huge));
        }
    }

    @Test
    void contentThatGoesOnIsDamage() {
        byte[] bytes = IndexFormat.write(indexOf(List.of()));

        assertDamaged(sealed(Arrays.copyOf(bytes, bytes.length + 3)));
    }

    private static int readsOrIsDamaged(byte[] bytes) {
        try {
            assertThat(IndexFormat.read(NAME, bytes)).isNotNull();
            return 0;
        } catch (WeirException damaged) {
            assertThat(damaged.problems()).extracting(Problem::code).containsExactly(ProblemCode.DAMAGED_INDEX);
            return 1;
        }
    }

    /// With the length and the checksum of what follows them, as if a Weir had written it.
    private static byte[] sealed(byte[] bytes) {
        CRC32 checksum = new CRC32();
        checksum.update(bytes, CONTENT, bytes.length - CONTENT);
        ByteBuffer.wrap(bytes).putInt(CONTENT - 8, bytes.length - CONTENT).putInt(CONTENT - 4, (int) checksum.getValue());
        return bytes;
    }

    @Test
    void whatIsNoIndexIsDamaged() {
        assertDamaged("PK: not an index at all".getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    @Test
    void theVersionOfWeirIsThatOfTheBuild() {
        assertThat(WeirVersion.current()).matches("\\d+\\.\\d+\\.\\d+.*");
    }

    private static void assertDamaged(byte[] bytes) {
        assertThatThrownBy(() -> IndexFormat.read(NAME, bytes))
                .isInstanceOfSatisfying(WeirException.class, refused -> assertThat(refused.problems())
                        .singleElement()
                        .satisfies(problem -> assertThat(problem.code()).isEqualTo(ProblemCode.DAMAGED_INDEX)))
                .hasMessage("The index of class com.acme.Flights is damaged: "
                        + "recompile the class, or fetch its jar again");
    }

    private static ClassIndex indexOfEveryVariant() {
        AssetSpec raw = new AssetSpec(
                AssetKey.parse("warehouse/raw_flights"),
                new Description("As reported", "flights", List.of("team:ops"), List.of("tier=1"), List.of("csv")),
                new PartitionsDefinition.Time(
                        new Cadence.Days(),
                        LocalDate.of(2013, 1, 1),
                        LocalDate.of(2014, 1, 1),
                        ZoneId.of("America/New_York")),
                new Computation(
                        NAME,
                        "rawFlights",
                        0,
                        List.of(
                                new Parameter.Window(),
                                new Parameter.Key(),
                                new Parameter.StagingFolder(),
                                new Parameter.StepLog(),
                                new Parameter.Configuration(LIMITS),
                                new Parameter.PreviousVersion(new InputSpec(
                                        "before", "warehouse/raw_flights", FLIGHTS, Wrapping.OPTIONAL, Optional.empty()))),
                        Optional.empty(),
                        Optional.of("v3")),
                FLIGHTS,
                new Execution(
                        new Setting.Of<>(new RetryPolicy(3, Duration.ofMillis(1500), Backoff.LINEAR, 0.25)),
                        new Setting.None<>(),
                                new Setting.Of<>(new PoolName("archive")))
                        .keeping(new Setting.Of<>(new Retention.Last(30))),
                List.of("other/asset"));
        AssetSpec report = new AssetSpec(
                AssetKey.parse("report"),
                Description.NONE,
                new PartitionsDefinition.Time(new Cadence.Months(), LocalDate.of(2013, 1, 1), null, ZoneOffset.UTC),
                new Computation(
                        NAME,
                        "report",
                        -1,
                        List.of(
                                reading("a", Optional.empty()),
                                reading("b", Optional.of(new PartitionMapping.Identity())),
                                reading("c", Optional.of(new PartitionMapping.All())),
                                reading("d", Optional.of(new PartitionMapping.Windows())),
                                reading("e", Optional.of(new PartitionMapping.Overlapping())),
                                reading("f", Optional.of(PartitionMapping.Relative.trailing(7))),
                                reading("g", Optional.of(new PartitionMapping.Last())),
                                reading("h", Optional.of(new PartitionMapping.Every())),
                                reading(
                                        "i",
                                        Optional.of(new PartitionMapping.Specific(
                                                List.of(new PartitionKey("2013-01-01"))))),
                                reading("j", Optional.of(new PartitionMapping.Previous())),
                                new Parameter.Upstream(new InputSpec(
                                        "k", "k/*", FLIGHTS, Wrapping.BY_ASSET, Optional.empty(), Presence.OPTIONAL))),
                        Optional.of("select 1"),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(new ConditionSpec(
                                "It is due", NAME, "isDue", 4, List.of(reading("a", Optional.empty()), new Parameter.Window()))),
                        Source.VIEW,
                        Optional.empty()),
                new ValueType(Form.TABLE, Optional.empty(), "Table<?>"),
                Execution.PLAIN,
                List.of());
        ProviderSpec provider =
                new ProviderSpec(Description.NONE, new PartitionsDefinition.Unpartitioned(), Execution.PLAIN);
        return new ClassIndex(
                NAME,
                NAME + "_Weir",
                "warehouse",
                List.of(raw, report, train()),
                checks(),
                resources(),
                Optional.of(provider));
    }

    private static AssetSpec train() {
        List<AssetKey> all = List.of(AssetKey.parse("warehouse/train"), AssetKey.parse("warehouse/test"));
        return new AssetSpec(
                all.getFirst(),
                Description.NONE,
                new PartitionsDefinition.Unpartitioned(),
                new Computation(
                        NAME,
                        "split",
                        5,
                        List.of(new Parameter.WantedAssets()),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Source.COMPUTED,
                        Optional.of(new Membership(NAME + "$Split", "train", 6, all, Membership.Extent.WANTED))),
                FLIGHTS,
                Execution.PLAIN,
                List.of());
    }

    private static List<CheckSpec> checks() {
        List<CheckRule> rules = List.of(
                new ReadyMade.NotNullColumn("origin"),
                new ReadyMade.UniqueColumns(List.of("origin", "flight")),
                new ReadyMade.ColumnRange("dep_delay", Double.NEGATIVE_INFINITY, 1440.5),
                new ReadyMade.RowCountRange(1, Long.MAX_VALUE),
                new ReadyMade.NullShare("carrier", 0.01),
                new ReadyMade.OneOfValues("carrier", List.of("AA", "B6")),
                new ReadyMade.MatchingText("tail", "N[0-9]+"),
                new ReadyMade.RowCountChange(0.5, Double.POSITIVE_INFINITY, 7),
                new ReadyMade.ReferenceTo(List.of("origin"), "airports", List.of("code")),
                new ReadyMade.StableColumns(SchemaLevel.ADDITIVE),
                new ReadyMade.FreshColumn("seen_at", Duration.ofHours(6)),
                new ReadyMade.MetricRange(new Metric(Metric.Function.SUM, "distance"), 0, 1e9),
                new ReadyMade.NoOutlier(new Metric(Metric.Function.ROWS, ""), new History(30, 7, 8), 3.5),
                new ReadyMade.Quarantined(List.of("range_dep_delay"), 0.05),
                new CheckRule.CustomMethod(NAME, "all", 2, List.of(reading("raw", Optional.empty()))),
                new CheckRule.CustomMethod(NAME, "any", 3, List.of(new Parameter.Window())));
        return rules.stream()
                .map(rule -> new CheckSpec("raw_flights", "check", "holds", CheckSeverity.WARN, rule))
                .toList();
    }

    private static List<ResourceSpec> resources() {
        return List.of(
                new ResourceSpec(NAME, Making.CONSTRUCTOR, 0, List.of(new Argument.OfResource("com.acme.Archive"))),
                new ResourceSpec(
                        "com.acme.Archive",
                        Making.PROVIDES,
                        2,
                        List.of(new Argument.OfConfig(LIMITS), new Argument.OfSecret("api_token"))));
    }

    private static Parameter reading(String name, Optional<PartitionMapping> mapping) {
        return new Parameter.Upstream(new InputSpec(name, name, FLIGHTS, mapping));
    }

    private static AssetSpec asset(String key, Computation computation) {
        return new AssetSpec(
                AssetKey.parse(key),
                Description.NONE,
                new PartitionsDefinition.Unpartitioned(),
                computation,
                new ValueType(Form.NOTHING, Optional.empty(), "void"),
                Execution.PLAIN,
                List.of());
    }

    private static ClassIndex indexOf(List<AssetSpec> assets) {
        return new ClassIndex(NAME, NAME + "_Weir", "", assets, List.of(), List.of());
    }
}
