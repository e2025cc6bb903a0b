package dev.weir.materializer.plan;

import static dev.weir.materializer.plan.AnAsset.asset;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.assets.AssetKey;
import dev.weir.partitions.PartitionSet;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What a plan makes of partitions that are held: their current version counts as up to date.
class HeldTest {

    private static final AssetKey TOTAL = AssetKey.parse("total");

    @Test
    void whatIsHeldIsNotComputedAndNeedsNothing() {
        World world = orders().materialize("report");

        world.code("total", "2");

        assertThat(world.lines("report")).hasSize(2);
        assertThat(world.lines(held(world, world.request("report")))).isEmpty();
    }

    @Test
    void whatReadsItIsComparedAsEver() {
        World world = orders().materialize("report").code("raw", "2").code("report", "2");

        assertThat(held(world, world.request("report")).steps())
                .extracting(step -> world.names().of(step.target()))
                .containsExactly("report");
    }

    @Test
    void whatIsForcedIsComputedThoughItIsHeld() {
        World world = orders().materialize("report");

        assertThat(world.lines(held(world, world.request("total").with(Force.SELECTED))))
                .containsExactly("total compute: it was forced");
    }

    @Test
    void aChangedCheckLeavesItAlone() {
        World world = orders().materialize("report").check("total", "holds", "1");

        assertThat(world.lines("report")).hasSize(1);
        assertThat(world.lines(held(world, world.request("report")))).isEmpty();
    }

    private static World orders() {
        return new World(asset("raw"), asset("total").reading("raw"), asset("report").reading("total"));
    }

    private static RunPlan held(World world, RunRequest request) {
        return new RunPlanner(world.definitions(), world.versions(), Map.of(TOTAL, PartitionSet.of(0))).plan(request);
    }
}
