package dev.weir.materializer.plan;

import static dev.weir.materializer.plan.AnAsset.asset;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.weir.assets.AssetKey;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Which partitions come into a plan, and what they read.
class RunPlannerTest {

    private static World flights() {
        return new World(
                asset("raw").daily(),
                asset("planes"),
                asset("delays").daily().reading("raw", "planes"),
                asset("report").monthly().reading("delays"),
                asset("total").reading("delays"));
    }

    @Test
    void whatIsMissingComesInOrderWithItsUpstreams() {
        World world = flights();

        RunPlan plan = world.plan("delays", "2013-01-15");

        assertThat(world.lines(plan))
                .containsExactly(
                        "planes compute: it has never been materialized",
                        "raw@2013-01-15 compute: it has never been materialized",
                        "delays@2013-01-15 compute: it has never been materialized");
        assertThat(plan.reused()).isEmpty();
    }

    @Test
    void whatIsUpToDateIsOnlyCounted() {
        World world = flights().materialize("delays", "2013-01-15..2013-01-17");

        RunPlan plan = world.plan("raw delays", "2013-01-15..2013-01-18");

        assertThat(world.lines(plan))
                .containsExactly(
                        "raw@2013-01-18 compute: it has never been materialized",
                        "delays@2013-01-18 compute: it has never been materialized");
        assertThat(plan.reused()).containsExactly(entry(AssetKey.parse("delays"), 3), entry(AssetKey.parse("raw"), 3));
        assertThat(plan.asOf()).isEqualTo(7);
    }

    @Test
    void aMonthBringsItsDaysAlong() {
        World world = flights().materialize("delays", "2013-02-10..2013-02-20");

        RunPlan plan = world.plan("report", "2013-02");

        assertThat(computedPartitions(world, plan))
                .containsExactly(
                        "raw: 17 from 2013-02-01 to 2013-02-28",
                        "delays: 17 from 2013-02-01 to 2013-02-28",
                        "report: 1 from 2013-02 to 2013-02");
        assertThat(reads(world, plan.steps().getLast())).containsExactly("delays@2013-02-01..2013-02-28");
    }

    @Test
    void whatIsUnpartitionedReadsThePartitionsThatExistOrArePlanned() {
        World world = flights().materialize("delays", "2013-01-10..2013-01-12");

        RunPlan plan = world.plan("total", "2013-01-31");

        assertThat(reads(world, plan.steps().getLast())).containsExactly("delays@2013-01-10..2013-01-12, 2013-01-31");
        assertThat(world.lines(plan))
                .containsExactly(
                        "raw@2013-01-31 compute: it has never been materialized",
                        "delays@2013-01-31 compute: it has never been materialized",
                        "total compute: it has never been materialized");
    }

    @Test
    void whatIsUnpartitionedIsContentWithThePartitionsThatExist() {
        World world = flights().materialize("delays", "2013-01-10..2013-01-12");

        assertThat(world.lines("total")).containsExactly("total compute: it has never been materialized");
    }

    @Test
    void whatIsUnpartitionedBringsAllPartitionsIfNoneExists() {
        World world = flights();

        assertThat(computedPartitions(world, world.plan("total")))
                .containsExactly(
                        "planes: 1",
                        "raw: 64 from 2013-01-01 to 2013-03-05",
                        "delays: 64 from 2013-01-01 to 2013-03-05",
                        "total: 1");
    }

    @Test
    void withoutPartitionsEverythingCompleteIsMeant() {
        World world = flights();

        RunPlan plan = world.plan("");

        assertThat(computedPartitions(world, plan))
                .containsExactly(
                        "planes: 1",
                        "raw: 64 from 2013-01-01 to 2013-03-05",
                        "delays: 64 from 2013-01-01 to 2013-03-05",
                        "report: 2 from 2013-01 to 2013-02",
                        "total: 1");
        assertThat(world.materialize("").plan("").steps()).isEmpty();
    }

    @Test
    void unpartitionedAssetsJoinWhatePartitionsAreAskedFor() {
        World world = flights();

        assertThat(world.lines("", "2013-01-15"))
                .containsExactly(
                        "planes compute: it has never been materialized",
                        "raw@2013-01-15 compute: it has never been materialized",
                        "delays@2013-01-15 compute: it has never been materialized",
                        "total compute: it has never been materialized",
                        "note: report is left out: no whole monthly partition lies in 2013-01-15");
    }

    @Test
    void otherStalePartitionsAreReadAsTheyAreWherePartitionsAreAskedFor() {
        World world = flights().materialize("", "2013-01-10..2013-01-12").code("raw", "2");

        assertThat(world.lines("total", "2013-01-12"))
                .containsExactly(
                        "raw@2013-01-12 compute: its code changed (031dc88d0ec0 → 25af8dcacaa1)",
                        "delays@2013-01-12 compute unless its inputs come out equal: "
                                + "its input raw@2013-01-12 is to be computed",
                        "total compute unless its inputs come out equal: "
                                + "its input delays@2013-01-12 is to be computed");
    }

    @Test
    void whatIsBehindSomethingUpToDateIsLookedAtToo() {
        World world =
                flights().materialize("report", "2013-02").code("raw", "2").data("raw", "as before");

        RunPlan plan = world.plan("report");

        assertThat(computedPartitions(world, plan))
                .contains("raw: 59 from 2013-01-01 to 2013-02-28", "report: 2 from 2013-01 to 2013-02");
    }

    @Test
    void forceComputesExactlyTheSelected() {
        World world = flights().materialize("delays", "2013-01-15");

        RunPlan plan = world.plan(world.request("delays", "2013-01-15").with(Force.SELECTED));

        assertThat(world.lines(plan)).containsExactly("delays@2013-01-15 compute: it was forced");
    }

    @Test
    void whatOnlyJoinsIsNotForced() {
        World world = flights().materialize("delays", "2013-01-15");

        assertThat(world.lines(world.plan(world.request("+delays", "2013-01-15").with(Force.SELECTED))))
                .containsExactly("raw@2013-01-15 compute: it was forced", "delays@2013-01-15 compute: it was forced");
        assertThat(world.lines(
                        world.plan(world.request("raw planes", "2013-01-15").with(Force.SELECTED))))
                .containsExactly("planes compute: it was forced", "raw@2013-01-15 compute: it was forced");
    }

    @Test
    void whatIsOnlyWaitedForComesFirstAndChangesNothing() {
        World world = new World(
                asset("raw"), asset("clean"), asset("report").reading("raw").after("clean"));

        assertThat(world.lines("report"))
                .containsExactly(
                        "clean compute: it has never been materialized",
                        "raw compute: it has never been materialized",
                        "report compute: it has never been materialized");
        assertThat(world.materialize("report").code("clean", "2").lines("report"))
                .containsExactly("clean compute: its code changed (031dc88d0ec0 → 25af8dcacaa1)");
        assertThat(world.materialize("report").plan("report").steps()).isEmpty();
    }

    private static List<String> computedPartitions(World world, RunPlan plan) {
        return plan.steps().stream()
                .map(step -> step.target().asset())
                .distinct()
                .map(asset -> summary(world, plan, asset))
                .toList();
    }

    private static String summary(World world, RunPlan plan, AssetKey asset) {
        List<String> keys = plan.steps().stream()
                .filter(step -> step.target().asset().equals(asset))
                .map(step -> world.names().of(step.target()))
                .map(name -> name.contains("@") ? name.substring(name.indexOf('@') + 1) : "")
                .toList();
        return keys.getFirst().isEmpty()
                ? "%s: %d".formatted(asset, keys.size())
                : "%s: %d from %s to %s".formatted(asset, keys.size(), keys.getFirst(), keys.getLast());
    }

    private static List<String> reads(World world, PlannedStep step) {
        return step.inputs().stream()
                .map(input -> world.names().of(input.dependency().upstream(), input.partitions()))
                .toList();
    }
}
