package dev.weir.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.assets.AssetKey;
import dev.weir.assets.graph.AssetCatalog;
import dev.weir.assets.problem.Problem;
import dev.weir.assets.problem.ProblemCode;
import dev.weir.assets.problem.Subject;
import dev.weir.assets.problem.WeirException;
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
import dev.weir.assets.spec.RowType;
import dev.weir.assets.spec.ValueType;
import dev.weir.assets.spec.Wrapping;
import dev.weir.partitions.PartitionsDefinition;
import dev.weir.partitions.mapping.PartitionMapping;
import dev.weir.partitions.time.Cadence;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChecksByAssetTest {

    private static final ValueType DELAYS =
            table("Delay", column("origin", ColumnType.STRING), column("mean", ColumnType.DOUBLE));
    private static final ValueType UNTYPED = new ValueType(Form.TABLE, Optional.empty(), "Table<?>");
    private static final ValueType LONG = new ValueType(Form.JSON, Optional.empty(), "Long");

    private static final AssetCatalog ASSETS = AssetCatalog.of(List.of(
            asset("daily_delays", DELAYS),
            asset("untyped", UNTYPED),
            asset("total", LONG),
            asset("raw/orders", UNTYPED),
            asset("lake/orders", UNTYPED)));

    @Test
    void checksStandByTheAssetTheyAreAbout() {
        CheckSpec rows = check("untyped", "row_count", new ReadyMade.RowCountRange(1, 9));
        CheckSpec unique = check("daily_delays", "unique_origin", new ReadyMade.UniqueColumns(List.of("origin")));
        CheckSpec mean = check("daily_delays", "range_mean", new ReadyMade.ColumnRange("mean", -60, 1440));
        CheckSpec orders = check("orders", "orders_hold", custom("org.example.Shop", reading("orders", UNTYPED)));

        ChecksByAsset checks =
                ChecksByAsset.of(ASSETS, List.of(declared("", rows, unique, mean), declared("raw", orders)));

        assertThat(checks.checks().keySet().stream().map(AssetKey::toString))
                .containsExactly("daily_delays", "raw/orders", "untyped");
        assertThat(checks.of(AssetKey.parse("daily_delays"))).containsExactly(mean, unique);
        assertThat(checks.of(AssetKey.parse("raw/orders"))).extracting(CheckSpec::name).containsExactly("orders_hold");
        assertThat(checks.of(AssetKey.parse("total"))).isEmpty();
    }

    @Test
    void whatAMethodReadsIsKnownByItsWholeKey() {
        CheckSpec written = check(
                "orders",
                "nothing_lost",
                custom("org.example.Shop", reading("orders", UNTYPED), reading("raw/orders", UNTYPED)));

        ChecksByAsset checks = ChecksByAsset.of(ASSETS, List.of(declared("lake", written)));

        assertThat(checks.of(AssetKey.parse("lake/orders")))
                .containsExactly(check(
                        "lake/orders",
                        "nothing_lost",
                        custom(
                                "org.example.Shop",
                                reading("orders", "lake/orders", UNTYPED),
                                reading("raw/orders", UNTYPED))));
    }

    @Test
    void aCheckOfAnUnknownAssetNamesTheNearestOne() {
        assertThat(problems(check("daily_delay", "all_present", new ReadyMade.RowCountRange(1, 9))))
                .containsExactly(new Problem(
                        ProblemCode.UNKNOWN_CHECK_TARGET,
                        "Check all_present is about daily_delay, which is not declared. Did you mean daily_delays?",
                        new Subject.OfCheck("daily_delay", "all_present")));
        assertMessages(
                check("weather", "dry", new ReadyMade.RowCountRange(1, 9)),
                "Check dry is about weather, which is not declared. "
                        + "Declare an asset of that name, or name another one with @Check(asset = …).");
    }

    @Test
    void aCheckOfSeveralAssetsNamesThem() {
        assertThat(problems(check("orders", "paid", new ReadyMade.RowCountRange(1, 9))))
                .containsExactly(new Problem(
                        ProblemCode.AMBIGUOUS_ASSET,
                        "Check paid is about orders, which may be lake/orders or raw/orders. "
                                + "Say which with @Check(asset = \"lake/orders\").",
                        new Subject.OfCheck("orders", "paid")));
    }

    @Test
    void aCheckOfAnUnknownColumnNamesTheNearestOne() {
        assertThat(problems(check("daily_delays", "not_null_orign", new ReadyMade.NotNullColumn("orign"))))
                .containsExactly(new Problem(
                        ProblemCode.UNKNOWN_CHECK_COLUMN,
                        "Check not_null_orign looks at column orign, which daily_delays does not have. "
                                + "Did you mean origin?",
                        new Subject.OfCheck("daily_delays", "not_null_orign")));
        assertMessages(
                check("daily_delays", "unique", new ReadyMade.UniqueColumns(List.of("origin", "carrier", "men"))),
                "Check unique looks at column carrier, which daily_delays does not have. It has origin, mean.",
                "Check unique looks at column men, which daily_delays does not have. Did you mean mean?");
        assertMessages(
                check("daily_delays", "range_speed", new ReadyMade.ColumnRange("speed", 0, 1)),
                "Check range_speed looks at column speed, which daily_delays does not have. It has origin, mean.");
    }

    @Test
    void onlyNumbersHaveARange() {
        assertMessages(
                check("daily_delays", "range_origin", new ReadyMade.ColumnRange("origin", 0, 1)),
                "Check range_origin looks at column origin of daily_delays, which is VARCHAR: it needs a column of"
                        + " numbers.");
    }

    @Test
    void theColumnsOfAnUntypedTableAreNotKnownBeforeItIsThere() {
        assertMessages(check("untyped", "not_null_x", new ReadyMade.NotNullColumn("x")));
        assertMessages(check("untyped", "range_x", new ReadyMade.ColumnRange("x", 0, 1)));
    }

    @Test
    void aSmallValueHasNoRows() {
        assertMessages(
                check("total", "row_count", new ReadyMade.RowCountRange(1, 9)),
                "Check row_count looks at the rows of total, which gives Long: write a @Check method instead.");
        assertMessages(
                check("total", "range_x", new ReadyMade.ColumnRange("x", 0, 1)),
                "Check range_x looks at the rows of total, which gives Long: write a @Check method instead.");
    }

    @Test
    void whatAMethodReadsMustFit() {
        ValueType wrong = table("Wrong", column("mean", ColumnType.STRING));

        assertMessages(
                check(
                        "daily_delays",
                        "holds",
                        custom(
                                "org.example.Shop",
                                reading("daily_delays", wrong),
                                reading("totl", LONG),
                                reading("orders", UNTYPED),
                                reading("total", UNTYPED))),
                "Check holds reads daily_delays as Table<Wrong>, but column mean is DOUBLE where VARCHAR is wanted. "
                        + "It gives Table<Delay>: change one of the two.",
                "Check holds reads totl, which is not declared. Did you mean total?",
                "Check holds reads orders, which may be lake/orders or raw/orders. Say which with"
                        + " @From(\"lake/orders\").",
                "Check holds reads total as Table<?>, but it is Long. Change one of the two.");
    }

    @Test
    void whatAMethodReadsMustLineUp() {
        PartitionsDefinition newYork = daily("America/New_York");
        AssetCatalog catalog = AssetCatalog.of(List.of(
                asset("flights", daily("UTC"), reading("weather", "weather", UNTYPED, new PartitionMapping.Identity())),
                asset("weather", newYork),
                asset("delays", newYork)));
        CheckSpec check = check(
                "flights",
                "complete",
                custom(
                        "org.example.Shop",
                        reading("flights", UNTYPED),
                        reading("weather", UNTYPED),
                        reading("delays", UNTYPED),
                        reading("all", "delays", UNTYPED, new PartitionMapping.All()),
                        reading("days", "delays", UNTYPED, new PartitionMapping.Windows())));

        assertThat(ChecksByAsset.problemsOf(catalog, List.of(declared("", check)), List.of()))
                .extracting(Problem::message)
                .containsExactly(
                        "Check complete is about flights, which is daily from 2013-01-01 on in UTC, and reads delays, which"
                                + " is daily from 2013-01-01 on in America/New_York: their partitions do not line up."
                                + " Say which partitions it reads, as with @From(mapping = Mapping.ALL).",
                        "Check complete is about flights, which is daily from 2013-01-01 on in UTC, and reads delays, which"
                                + " is daily from 2013-01-01 on in America/New_York: their partitions do not line up as"
                                + " @From says. Take the mapping away, or name another one.");
    }

    @Test
    void aCheckTakesAsManyValuesAsItReadsPartitions() {
        PartitionsDefinition days = daily("UTC");
        Parameter ofAll = reading("rates", "rates", LONG, new PartitionMapping.All());
        AssetCatalog catalog = AssetCatalog.of(List.of(
                asset("rates", LONG, days),
                asset("total", LONG, new PartitionsDefinition.Unpartitioned()),
                asset("daily", LONG, days),
                asset("summed", LONG, days, ofAll)));
        Parameter map = new Parameter.Upstream(
                new InputSpec("rates", "rates", LONG, Wrapping.BY_PARTITION, Optional.empty()));

        assertThat(ChecksByAsset.problemsOf(
                        catalog,
                        List.of(declared(
                                "",
                                check("total", "one_of_all", custom("org.example.Shop", reading("rates", LONG))),
                                check("total", "each", custom("org.example.Shop", map)),
                                check("daily", "same_day", custom("org.example.Shop", reading("rates", LONG))),
                                check("daily", "own", custom("org.example.Shop", reading("daily", LONG))),
                                check("daily", "map_of_one", custom("org.example.Shop", map)),
                                check("summed", "as_the_asset", custom("org.example.Shop", reading("rates", LONG))))),
                        List.of()))
                .extracting(Problem::message)
                .containsExactly(
                        "Check one_of_all reads many partitions of rates, but takes Long rates: take a Map<PartitionKey, Long>,"
                                + " or partition total as rates is.",
                        "Check map_of_one takes rates as a Map<PartitionKey, Long>, but reads one partition of it: take Long.",
                        "Check as_the_asset reads many partitions of rates, but takes Long rates: take a"
                                + " Map<PartitionKey, Long>, or partition summed as rates is.");
    }

    @Test
    void twoChecksOfOneNameNameBothPlaces() {
        assertMessages(
                List.of(
                        check("daily_delays", "holds", custom("org.example.Shop")),
                        check("daily_delays", "holds", custom("org.example.Store$Inner"))),
                "Check daily_delays:holds is declared twice: by org.example.Shop.holds and by "
                        + "org.example.Store.Inner.holds. Rename one with @Check(name = …).");
        assertMessages(
                List.of(
                        check("daily_delays", "not_null_mean", new ReadyMade.NotNullColumn("mean")),
                        check("daily_delays", "not_null_mean", new ReadyMade.NotNullColumn("mean"))),
                "Check daily_delays:not_null_mean is declared twice: by @NotNull and by @NotNull. Take one of them"
                        + " away.");
        assertMessages(
                List.of(
                        check("daily_delays", "range_mean", new ReadyMade.ColumnRange("mean", 0, 1)),
                        check("daily_delays", "range_mean", new ReadyMade.ColumnRange("mean", 0, 2)),
                        check("daily_delays", "row_count", new ReadyMade.RowCountRange(0, 1)),
                        check("daily_delays", "row_count", custom("org.example.Shop"))),
                "Check daily_delays:range_mean is declared twice: by @Range and by @Range. Put them into one, or give"
                        + " one a name with @Range(name = …).",
                "Check daily_delays:row_count is declared twice: by @RowCount and by org.example.Shop.holds. Rename one"
                        + " with @Check(name = …).");
    }

    @Test
    void allProblemsAreToldAtOnce() {
        List<DeclaredChecks> declared = List.of(
                declared("", check("nowhere", "one", new ReadyMade.RowCountRange(1, 9))),
                declared("", check("daily_delays", "two", new ReadyMade.NotNullColumn("nothing"))));

        assertThatThrownBy(() -> ChecksByAsset.of(ASSETS, declared))
                .isInstanceOfSatisfying(WeirException.class, failure -> assertThat(failure.problems())
                        .extracting(Problem::code)
                        .containsExactly(ProblemCode.UNKNOWN_CHECK_TARGET, ProblemCode.UNKNOWN_CHECK_COLUMN));
    }

    @Test
    void whatIsKnownFromElsewhereIsNotReportedOn() {
        DeclaredChecks known = declared(
                "",
                check("nowhere", "one", new ReadyMade.RowCountRange(1, 9)),
                check("daily_delays", "two", new ReadyMade.NotNullColumn("mean")));
        DeclaredChecks own = declared("", check("daily_delays", "two", new ReadyMade.NotNullColumn("origin")));

        assertThat(ChecksByAsset.problemsOf(ASSETS, List.of(own), List.of(known)))
                .extracting(Problem::code)
                .containsExactly(ProblemCode.DUPLICATE_KEY);
    }

    @Test
    void theOrderInWhichChecksAreGivenDoesNotMatter() {
        CheckSpec a = check("untyped", "a", new ReadyMade.RowCountRange(1, 9));
        CheckSpec b = check("untyped", "b", new ReadyMade.RowCountRange(1, 9));

        assertThat(new ChecksByAsset(new LinkedHashMap<>(Map.of(AssetKey.parse("untyped"), List.of(b, a)))))
                .isEqualTo(ChecksByAsset.of(ASSETS, List.of(declared("", a, b))));
    }

    @Test
    void aCheckOfAnAssetWithoutPartitionsTakesNoWindow() {
        assertMessages(
                check("total", "recent", custom("Checks", new Parameter.Window())),
                "Check recent takes a TimeWindow, but total is not partitioned by time: take it away, or partition the"
                        + " asset.");
    }

    private static void assertMessages(CheckSpec check, String... messages) {
        assertMessages(List.of(check), messages);
    }

    private static void assertMessages(List<CheckSpec> checks, String... messages) {
        assertThat(ChecksByAsset.problemsOf(ASSETS, List.of(new DeclaredChecks("", checks)), List.of()))
                .extracting(Problem::message)
                .containsExactly(messages);
    }

    private static List<Problem> problems(CheckSpec check) {
        return ChecksByAsset.problemsOf(ASSETS, List.of(declared("", check)), List.of());
    }

    private static DeclaredChecks declared(String prefix, CheckSpec... checks) {
        return new DeclaredChecks(prefix, Arrays.asList(checks));
    }

    private static CheckSpec check(String asset, String name, CheckRule rule) {
        return new CheckSpec(asset, name, "", CheckSeverity.ERROR, rule);
    }

    private static CheckRule custom(String declaringClass, Parameter... parameters) {
        return new CheckRule.CustomMethod(declaringClass, "holds", 0, List.of(parameters));
    }

    private static Parameter reading(String reference, ValueType type) {
        return reading(reference, reference, type);
    }

    private static Parameter reading(String parameter, String reference, ValueType type) {
        return new Parameter.Upstream(new InputSpec(parameter, reference, type, Optional.empty()));
    }

    private static Parameter reading(String parameter, String reference, ValueType type, PartitionMapping mapping) {
        return new Parameter.Upstream(new InputSpec(parameter, reference, type, Optional.of(mapping)));
    }

    private static PartitionsDefinition daily(String zone) {
        return new PartitionsDefinition.Time(new Cadence.Days(), LocalDate.of(2013, 1, 1), null, ZoneId.of(zone));
    }

    private static AssetSpec asset(String key, ValueType output) {
        return asset(key, output, new PartitionsDefinition.Unpartitioned());
    }

    private static AssetSpec asset(String key, PartitionsDefinition partitions, Parameter... parameters) {
        return asset(key, UNTYPED, partitions, parameters);
    }

    private static AssetSpec asset(
            String key, ValueType output, PartitionsDefinition partitions, Parameter... parameters) {
        return new AssetSpec(
                AssetKey.parse(key),
                Description.NONE,
                partitions,
                new Computation("org.example.Shop", "", 0, List.of(parameters), Optional.empty(), Optional.empty()),
                output,
                Execution.PLAIN,
                List.of());
    }

    private static ValueType table(String record, Column... columns) {
        RowType row = new RowType("org.example." + record, new Schema(List.of(columns)), 0);
        return new ValueType(Form.TABLE, Optional.of(row), "Table<" + record + ">");
    }

    private static Column column(String name, ColumnType type) {
        return new Column(name, type, Nullability.NOT_NULL);
    }
}
