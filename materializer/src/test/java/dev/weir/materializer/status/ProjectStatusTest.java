package dev.weir.materializer.status;

import static dev.weir.materializer.plan.AnAsset.asset;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.assets.AssetKey;
import dev.weir.assets.graph.AssetStatus;
import dev.weir.materializer.plan.Force;
import dev.weir.materializer.plan.World;
import dev.weir.materializer.version.EnvironmentName;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// How partitions stand is what a plan makes of them.
class ProjectStatusTest {

    private static final String DAY = "2013-01-15";

    private static World flights() {
        return new World(asset("raw").daily(), asset("clean").daily().reading("raw"), asset("delays").daily().reading("clean"))
                .check("clean", "has_rows", "min=1")
                .materialize("delays", DAY);
    }

    @Test
    void whatWasRejectedStandsAsRejectedWhileThePlanSaysSo() {
        World world = flights();
        compute(world.data("raw", "worse").failing("clean@" + DAY), "raw");
        world.materialize("clean", DAY);

        assertThat(rejected(world)).containsExactly("clean@" + DAY);
    }

    @Test
    void whatIsUpToDateAgainBecauseItsSourceWentBackIsNotRejected() {
        World world = flights();
        compute(world.data("raw", "worse").failing("clean@" + DAY), "raw");
        world.materialize("clean", DAY);

        compute(world.data("raw", null), "raw");

        assertThat(world.lines("clean", DAY)).containsExactly("note: clean@2013-01-15#2 was rejected: #1 stays current");
        assertThat(rejected(world)).isEmpty();
    }

    @Test
    void whatWasRejectedAndIsStaleForAnotherReasonStaysRejectedUntilItIsComputed() {
        World world = flights();
        compute(world.data("raw", "worse").failing("clean@" + DAY), "raw");
        world.materialize("clean", DAY);

        world.code("clean", "2");

        assertThat(rejected(world)).containsExactly("clean@" + DAY);
    }

    private static void compute(World world, String asset) {
        world.execute(world.plan(world.request(asset, DAY).with(Force.SELECTED)));
    }

    private static List<String> rejected(World world) {
        ProjectStatus.Stores stores = new ProjectStatus.Stores(world::definitions, world::versions, world::runs);
        List<String> rejected = new ProjectStatus(Map.of(), stores, EnvironmentName.MAIN, world.now())
                .partitionsWith(AssetStatus.REJECTED).entrySet().stream()
                        .map(each -> world.names().of(each.getKey(), each.getValue()))
                        .toList();
        assertThat(StandingRejections.of(
                                world.definitions(), world.versions(), EnvironmentName.MAIN, AssetKey.parse("clean"), world.now())
                        .stream()
                        .map(version -> world.names().of(version.target()))
                        .toList())
                .as("the same, of the one asset")
                .isEqualTo(rejected);
        return rejected;
    }
}
