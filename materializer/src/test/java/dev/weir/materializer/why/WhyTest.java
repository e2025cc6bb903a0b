package dev.weir.materializer.why;

import static dev.weir.materializer.plan.AnAsset.asset;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.materializer.plan.Force;
import dev.weir.materializer.plan.World;
import dev.weir.materializer.version.EnvironmentName;
import java.util.List;
import org.junit.jupiter.api.Test;

class WhyTest {

    private static final String DAY = "2013-01-15";

    private static World flights() {
        return new World(
                asset("raw").daily(),
                asset("planes"),
                asset("delays").daily().reading("raw", "planes"),
                asset("total").reading("delays"));
    }

    private static List<String> why(World world, String target) {
        Explanation explanation = why(world).explain(world.target(target), world.now());
        return new ExplanationText(world.names()).lines(explanation);
    }

    private static Why why(World world) {
        return new Why(world.definitions(), EnvironmentName.MAIN, world.versions(), world.runs());
    }

    private static World force(World world, String selection, String... partitions) {
        world.execute(world.plan(world.request(selection, partitions).with(Force.SELECTED)));
        return world;
    }

    @Test
    void whatWasNeverMadeIsMissing() {
        assertThat(why(flights(), "delays@2013-01-15"))
                .containsExactly("delays@2013-01-15 is missing: it has never been materialized.");
    }

    @Test
    void whatIsUpToDateSaysWhyItWasMade() {
        World world = flights().materialize("delays", DAY);

        assertThat(why(world, "delays@2013-01-15"))
                .containsExactly(
                        "delays@2013-01-15 is up to date: "
                                + "#1 is what its code, its configuration and its inputs make now.",
                        "delays@2013-01-15#1 was computed because there was none before.");
    }

    @Test
    void theChainLeadsToTheUpstreamThatIsStale() {
        World world = flights().materialize("total", DAY).code("raw", "2");

        assertThat(why(world, "total"))
                .containsExactly(
                        "total is stale unless its inputs come out equal: "
                                + "its input delays@2013-01-15 is to be computed.",
                        "delays@2013-01-15 is stale unless its inputs come out equal: "
                                + "its input raw@2013-01-15 is to be computed.",
                        "raw@2013-01-15 is stale: its code changed (031dc88d0ec0 → 25af8dcacaa1).");
    }

    @Test
    void theChainLeadsThroughWhatWasDone() {
        World world = flights().materialize("total", DAY).code("raw", "2");
        force(world.materialize("delays", DAY), "delays", DAY);

        assertThat(why(world, "total"))
                .containsExactly(
                        "total is stale: delays@2013-01-15#3 has other data than #1, which it read.",
                        "delays@2013-01-15#2 was computed because "
                                + "raw@2013-01-15#2 has other data than #1, which it read.",
                        "raw@2013-01-15#2 was computed because its code changed (031dc88d0ec0 → 25af8dcacaa1).");
    }

    @Test
    void whatWasForcedSaysSo() {
        World world = flights().materialize("delays", DAY);
        force(world.data("planes", "more"), "planes");

        assertThat(why(world, "delays@2013-01-15"))
                .containsExactly(
                        "delays@2013-01-15 is stale: planes#2 has other data than #1, which it read.",
                        "planes#2 was computed because it was forced.");
    }

    @Test
    void manyInputsAreFollowedAsOne() {
        World world = flights().recordingExactly(1).materialize("total", "2013-01-15..2013-01-17");
        force(world.data("raw@2013-01-16", "more"), "raw", "2013-01-16");
        world.materialize("total").code("total", "2");

        assertThat(new ExplanationText(world.names())
                        .lines(why(world)
                                .explain(world.current(world.target("total")).orElseThrow())))
                .containsExactly(
                        "total#2 was computed because " + "delays@2013-01-16#2 has other data than #1, which it read.",
                        "delays@2013-01-16#2 was computed because "
                                + "raw@2013-01-16#2 has other data than #1, which it read.",
                        "raw@2013-01-16#2 was computed because it was forced.");
    }

    @Test
    void theChainOfWhatIsBlockedLeadsToTheRejection() {
        World world = flights().check("delays", "has_rows", "min=1").failing("delays@2013-01-15");
        world.materialize("total", DAY).declare(asset("copy").daily().reading("delays"));

        assertThat(why(world, "copy@2013-01-15"))
                .containsExactly(
                        "copy@2013-01-15 is blocked: delays@2013-01-15 was rejected.",
                        "delays@2013-01-15 is blocked: "
                                + "delays@2013-01-15#1 was rejected and nothing has changed since.",
                        "delays@2013-01-15#1 was computed, and rejected, because there was none before.");
    }
}
