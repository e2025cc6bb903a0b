package dev.weir.assets.graph;

import static dev.weir.assets.graph.AnAsset.LONG;
import static dev.weir.assets.graph.AnAsset.NOTHING;
import static dev.weir.assets.graph.AnAsset.STRING;
import static dev.weir.assets.graph.AnAsset.TABLE;
import static dev.weir.assets.graph.AnAsset.asset;
import static dev.weir.assets.graph.AnAsset.column;
import static dev.weir.assets.graph.AnAsset.daily;
import static dev.weir.assets.graph.AnAsset.graph;
import static dev.weir.assets.graph.AnAsset.monthly;
import static dev.weir.assets.graph.AnAsset.specs;
import static dev.weir.assets.graph.AnAsset.tableOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.assets.AssetKey;
import dev.weir.assets.problem.Problem;
import dev.weir.assets.problem.ProblemCode;
import dev.weir.assets.problem.Subject;
import dev.weir.assets.problem.WeirException;
import dev.weir.assets.schema.ColumnType;
import dev.weir.assets.spec.AssetSpec;
import dev.weir.assets.spec.ValueType;
import dev.weir.partitions.mapping.PartitionMapping;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class GraphProblemTest {

    @Test
    void anUnknownUpstreamNamesTheNearestOne() {
        assertThat(AssetGraph.problemsOf(
                        specs(asset("raw/orders"), asset("warehouse/orders").reading("raw/order"))))
                .containsExactly(new Problem(
                        ProblemCode.UNKNOWN_UPSTREAM,
                        "Asset warehouse/orders depends on raw/order, which is not declared. Did you mean raw/orders?",
                        new Subject.OfParameter(AssetKey.parse("warehouse/orders"), "order")));
    }

    @Test
    void anUnknownUpstreamWithNothingNearNamesTheWayOut() {
        assertProblems(
                specs(asset("report").reading("weather").after("audit")),
                "Asset report depends on weather, which is not declared. "
                        + "Declare an asset of that name, or name another one with @From.",
                "Asset report depends on audit, which is not declared. "
                        + "Declare an asset of that name, or take it out of after.");
    }

    @Test
    void aMisspelledNameFindsAssetsUnderAnyPrefix() {
        assertProblems(
                specs(asset("raw/orders"), asset("lake/orders"), asset("report").reading("ordres")),
                "Asset report depends on ordres, which is not declared. Did you mean lake/orders or raw/orders?");
    }

    @Test
    void aWrongPrefixFindsTheName() {
        assertProblems(
                specs(asset("raw/orders"), asset("report").reading("warehouse/orders")),
                "Asset report depends on warehouse/orders, which is not declared. Did you mean raw/orders?");
    }

    @Test
    void anAmbiguousUpstreamNamesTheCandidates() {
        assertThat(AssetGraph.problemsOf(specs(
                        asset("raw/orders"),
                        asset("lake/orders"),
                        asset("report").reading("orders"),
                        asset("summary").after("orders"))))
                .containsExactly(
                        new Problem(
                                ProblemCode.AMBIGUOUS_UPSTREAM,
                                "Asset report depends on orders, which may be lake/orders or raw/orders. "
                                        + "Say which with @From(\"lake/orders\").",
                                new Subject.OfParameter(AssetKey.parse("report"), "orders")),
                        new Problem(
                                ProblemCode.AMBIGUOUS_UPSTREAM,
                                "Asset summary depends on orders, which may be lake/orders or raw/orders. "
                                        + "Write the whole key in after.",
                                new Subject.OfAsset(AssetKey.parse("summary"))));
    }

    @Test
    void aColumnThatDoesNotFitIsNamedWithBothTypes() {
        ValueType delays = tableOf("Delay", column("carrier", ColumnType.STRING), column("mean", ColumnType.STRING));
        ValueType view = tableOf("DelayView", column("mean", ColumnType.DOUBLE), column("origin", ColumnType.STRING));

        assertProblems(
                specs(asset("delays").giving(delays), asset("report").reading("delays", view)),
                "Asset report reads delays as Table<DelayView>, but column mean is VARCHAR where DOUBLE is wanted; "
                        + "column origin is not among carrier, mean. It gives Table<Delay>: change one of the two.");
    }

    @Test
    void aTableIsNotASmallValue() {
        assertProblems(
                specs(
                        asset("total").giving(LONG),
                        asset("report").reading("total", TABLE),
                        asset("summary").reading("total", STRING)),
                "Asset report reads total as Table<?>, but it is Long. Change one of the two.",
                "Asset summary reads total as String, but it is Long. Change one of the two.");
    }

    @Test
    void whatGivesNothingCanOnlyBeWaitedFor() {
        assertProblems(
                specs(asset("mail").giving(NOTHING), asset("report").reading("mail")),
                "Asset report reads mail as Table<?>, but it gives nothing. To wait for it, write @Asset(after ="
                        + " \"mail\").");
    }

    @Test
    void smallValuesOfSeveralPartitionsDoNotComeTogether() {
        assertProblems(
                specs(
                        asset("day_count").partitioned(daily("UTC")).giving(LONG),
                        asset("month_count").partitioned(monthly("UTC")).reading("day_count", LONG),
                        asset("next_count").partitioned(daily("UTC")).reading("day_count", LONG)),
                "Asset month_count reads many partitions of day_count, but takes Long day_count: take a"
                        + " Map<PartitionKey, Long>, or partition month_count as day_count is.");
    }

    @Test
    void partitionsThatDoNotLineUpAreNamedWithBothCalendars() {
        assertProblems(
                specs(
                        asset("flights").partitioned(daily("America/New_York")),
                        asset("report").partitioned(daily("UTC")).reading("flights"),
                        asset("summary").partitioned(daily("UTC")).after("flights")),
                "Asset report is daily from 2013-01-01 on in UTC and depends on flights, which is daily from"
                    + " 2013-01-01 on in America/New_York: their partitions do not line up. Give both the same zone,"
                    + " or say which partitions it reads, as with @From(mapping = Mapping.IDENTITY).",
                "Asset summary is daily from 2013-01-01 on in UTC and depends on flights, which is daily from"
                    + " 2013-01-01 on in America/New_York: their partitions do not line up. Give both the same zone,"
                    + " or take it out of after.");
    }

    @Test
    void aMappingByKeyNeedsKeysWrittenAlike() {
        List<Problem> problems = AssetGraph.problemsOf(specs(
                asset("flights").partitioned(daily("UTC")),
                asset("report").partitioned(monthly("UTC")).reading("flights", new PartitionMapping.Identity())));

        assertThat(problems)
                .containsExactly(new Problem(
                        ProblemCode.IMPOSSIBLE_MAPPING,
                        "Asset report is monthly from 2013-01-01 on in UTC and depends on flights, which is daily from"
                            + " 2013-01-01 on in UTC: their partitions do not line up as @From says. Take the mapping"
                            + " away, or name another one.",
                        new Subject.OfParameter(AssetKey.parse("report"), "flights")));
    }

    @Test
    void ofPartitionsThatDoNotLineUpNothingElseIsSaid() {
        assertProblems(
                specs(
                        asset("day_count").partitioned(daily("America/New_York")).giving(LONG),
                        asset("next_count").partitioned(monthly("UTC")).reading("day_count", LONG),
                        asset("day_sum").partitioned(monthly("America/New_York")).giving(LONG),
                        asset("utc_sum").partitioned(daily("UTC")).reading("day_sum", LONG)),
                "Asset next_count is monthly from 2013-01-01 on in UTC and depends on day_count, which is daily from"
                    + " 2013-01-01 on in America/New_York: their partitions do not line up. Give both the same zone,"
                    + " or say which partitions it reads, as with @From(mapping = Mapping.WINDOWS).",
                "Asset utc_sum is daily from 2013-01-01 on in UTC and depends on day_sum, which is monthly from"
                    + " 2013-01-01 on in America/New_York: their partitions do not line up. Give both the same zone,"
                    + " or say which partitions it reads, as with @From(mapping = Mapping.ALL).");
    }

    @Test
    void aKeyDeclaredTwiceNamesBothPlaces() {
        assertThat(AssetGraph.problemsOf(specs(
                        asset("orders").declaredBy("org.example.Shop", "orders"),
                        asset("orders").declaredBy("org.example.Store$Inner", "allOrders"))))
                .containsExactly(new Problem(
                        ProblemCode.DUPLICATE_KEY,
                        "Asset orders is declared twice: by org.example.Shop.orders and by"
                                + " org.example.Store.Inner.allOrders. Rename all but one with @Asset(name = …) or"
                                + " @Assets(prefix = …).",
                        new Subject.OfAsset(AssetKey.parse("orders"))));
    }

    @Test
    void aCycleIsToldFromItsFirstAsset() {
        assertThat(AssetGraph.problemsOf(specs(
                        asset("c").reading("a"),
                        asset("a").reading("b"),
                        asset("b").reading("c"),
                        asset("d").reading("c"))))
                .containsExactly(new Problem(
                        ProblemCode.CYCLE,
                        "Asset a depends on itself: a <- b <- c <- a. Take one of these dependencies away.",
                        new Subject.OfParameter(AssetKey.parse("a"), "b")));
    }

    @Test
    void cyclesThroughOneAssetAreToldOneAtATimeAndSeparateOnesTogether() {
        assertProblems(
                specs(
                        asset("a").reading("b", "c"),
                        asset("b").reading("d"),
                        asset("c").reading("a"),
                        asset("d").reading("a"),
                        asset("x").after("y"),
                        asset("y").reading("x", "a")),
                "Asset a depends on itself: a <- c <- a. Take one of these dependencies away.",
                "Asset x depends on itself: x <- y <- x. Take one of these dependencies away.");
    }

    @Test
    void anAssetThatReadsItselfIsToldOfPrevious() {
        assertProblems(
                specs(asset("shop/orders").reading("orders")),
                "Asset shop/orders depends on itself: shop/orders <- shop/orders. "
                        + "To read its own earlier version, mark the parameter with @Previous.");
    }

    @Test
    void allProblemsAreToldAtOnceInKeyOrder() {
        assertThatThrownBy(() -> graph(
                        asset("z").reading("nothing_like_it"),
                        asset("b").reading("b"),
                        asset("m").declaredBy("org.example.One", "m"),
                        asset("m").declaredBy("org.example.Two", "m"),
                        asset("a").after("zzzz")))
                .isInstanceOfSatisfying(WeirException.class, failure -> assertThat(failure.problems())
                        .extracting(Problem::code)
                        .containsExactly(
                                ProblemCode.UNKNOWN_UPSTREAM,
                                ProblemCode.CYCLE,
                                ProblemCode.DUPLICATE_KEY,
                                ProblemCode.UNKNOWN_UPSTREAM));
    }

    @Test
    void whatIsKnownFromElsewhereIsReadButNotReportedOn() {
        List<AssetSpec> known = specs(asset("raw/orders"), asset("broken").reading("nowhere"), asset("twice"));

        assertThat(AssetGraph.problemsOf(specs(asset("report").reading("orders", "broken")), known))
                .isEmpty();
        assertThat(AssetGraph.problemsOf(specs(asset("twice"), asset("report").reading("order")), known))
                .extracting(Problem::message)
                .containsExactly(
                        "Asset report depends on order, which is not declared. Did you mean raw/orders?",
                        "Asset twice is declared twice: by org.example.Shop.twice and by org.example.Shop.twice. "
                                + "Rename all but one with @Asset(name = …) or @Assets(prefix = …).");
    }

    @Test
    void aCycleThroughKnownAssetsIsToldFromOnesOwn() {
        List<AssetSpec> known = specs(
                asset("a").reading("z"), asset("k").reading("l"), asset("l").reading("k"));

        assertThat(AssetGraph.problemsOf(specs(asset("z").reading("a")), known))
                .extracting(Problem::message)
                .containsExactly("Asset z depends on itself: z <- a <- z. Take one of these dependencies away.");
    }

    @Test
    void aCycleOfAHundredThousandAssetsOverflowsNothing() {
        List<AssetSpec> ring = new ArrayList<>();
        for (int i = 0; i < 100_000; i++) {
            ring.add(asset("a" + i).reading("a" + (i + 1) % 100_000).spec());
        }

        assertThat(AssetGraph.problemsOf(ring)).hasSize(1);
    }

    private static void assertProblems(List<AssetSpec> assets, String... messages) {
        assertThat(AssetGraph.problemsOf(assets)).extracting(Problem::message).containsExactly(messages);
    }
}
