package dev.weir.materializer.plan;

import static dev.weir.materializer.plan.AnAsset.asset;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// What a plan makes of partitions that are held: their current version counts as up to date.
class HeldTest {

    private static final String NOTE =
            "total is held at #1 since 2013-03-06T03:00:00Z, because bad load; weir release total lets it be computed again.";

    @Test
    void whatIsHeldIsNotComputedAndNeedsNothing() {
        World world = orders().materialize("report");

        world.code("total", "2");

        assertThat(world.lines("report")).hasSize(2);
        assertThat(world.hold("total").lines("report")).containsExactly("note: " + NOTE);
    }

    @Test
    void whatReadsItIsComparedAsEver() {
        World world = orders().materialize("report").code("raw", "2").code("report", "2").hold("total");

        assertThat(world.plan("report").steps())
                .extracting(step -> world.names().of(step.target()))
                .containsExactly("report");
    }

    @Test
    void whatIsForcedIsComputedThoughItIsHeldAndIsHeldNoMore() {
        World world = orders().materialize("report").hold("total");

        RunPlan forced = world.plan(world.request("total").with(Force.SELECTED));
        assertThat(world.lines(forced)).containsExactly("total compute: it was forced");

        world.execute(forced);
        assertThat(world.versions().holds(World.MAIN)).isEmpty();
    }

    @Test
    void aChangedCheckLeavesItAlone() {
        World world = orders().materialize("report").check("total", "holds", "1");

        assertThat(world.lines("report")).hasSize(1);
        assertThat(world.hold("total").lines("report")).containsExactly("note: " + NOTE);
    }

    @Test
    void whatIsReleasedIsComputedAsEver() {
        World world = orders().materialize("report").code("total", "2").hold("total").release("total");

        assertThat(world.lines("total")).singleElement().asString().startsWith("total compute: its code changed");
    }

    @Test
    void whatIsHeldWithoutAVersionIsNotComputedAndBlocksWhatReadsIt() {
        World world = orders().materialize("report").withdraw("total");

        assertThat(world.lines("report"))
                .containsExactly(
                        "report skip: total was rolled back, and is held without a version",
                        "note: total is held without a version since 2013-03-06T03:00:00Z, because bad load;"
                                + " weir release total lets it be computed again.");
        assertThat(world.release("total").lines("total"))
                .containsExactly("total compute: it has never been materialized");
    }

    private static World orders() {
        return new World(asset("raw"), asset("total").reading("raw"), asset("report").reading("total"));
    }
}
