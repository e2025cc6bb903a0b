package dev.weir.materializer.plan;

import static dev.weir.materializer.plan.AnAsset.asset;
import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.materializer.version.VersionStore;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// What a plan costs must not grow with partitions or with history.
class PlanCostTest {

    private final Map<String, Integer> calls = new TreeMap<>();

    @Test
    void theStoreIsAskedForAssetsAndNotForPartitions() {
        World world = new World(
                        asset("raw").daily(),
                        asset("planes"),
                        asset("delays").daily().reading("raw", "planes"),
                        asset("report").monthly().reading("delays"),
                        asset("total").reading("delays"))
                .check("delays", "has_rows", "min=1")
                .materialize("");

        plan(world);

        assertThat(calls).isEqualTo(Map.of("sequence", 1, "holds", 1, "current", 1 + 1 + 1, "standingRejections", 1, "unjudged", 1));
    }

    @Test
    void whatManyPartitionsReadBeforeIsLookedUpAtOnce() {
        World world = new World(asset("raw").daily(), asset("delays").daily().reading("raw")).materialize("");
        world.execute(world.data("raw", "more").plan(world.request("raw").with(Force.SELECTED)));

        RunPlan plan = plan(world);

        assertThat(plan.steps()).hasSize(64);
        assertThat(calls).isEqualTo(Map.of("sequence", 1, "holds", 1, "current", 1 + 1, "standingRejections", 1, "findAll", 1));
    }

    @Test
    void aLongChainIsNoDeepRecursion() {
        World world = new World(IntStream.range(0, 5_000)
                .mapToObj(i -> i == 0 ? asset("a0") : asset("a" + i).reading("a" + (i - 1)))
                .toArray(AnAsset[]::new));

        assertThat(plan(world).steps()).hasSize(5_000);
        assertThat(calls).isEqualTo(Map.of("sequence", 1, "holds", 1, "current", 1, "standingRejections", 1));
    }

    private RunPlan plan(World world) {
        return new RunPlanner(world.definitions(), counting(world.versions())).plan(world.request(""));
    }

    private VersionStore counting(VersionStore store) {
        Class<?>[] types = {VersionStore.class};
        return (VersionStore) Proxy.newProxyInstance(getClass().getClassLoader(), types, (_, method, arguments) -> {
            calls.merge(method.getName(), 1, Integer::sum);
            try {
                return method.invoke(store, arguments);
            } catch (InvocationTargetException thrown) {
                throw thrown.getCause();
            }
        });
    }
}
