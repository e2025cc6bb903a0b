package dev.weir.materializer.plan;

import static dev.weir.materializer.plan.AnAsset.asset;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Which change makes what stale, and why.
class StalenessTest {

    private static final String DAYS = "2013-01-15..2013-01-16";

    private static World flights() {
        return new World(
                asset("raw").daily(),
                asset("planes"),
                asset("delays").daily().reading("raw", "planes"),
                asset("total").reading("delays"));
    }

    static Stream<Arguments> changes() {
        return Stream.of(
                row("nothing", world -> {}),
                row(
                        "the code of an asset",
                        world -> world.code("delays", "2"),
                        "delays@2013-01-15 compute: its code changed (031dc88d0ec0 → 25af8dcacaa1)",
                        "delays@2013-01-16 compute: its code changed (031dc88d0ec0 → 25af8dcacaa1)"),
                row(
                        "its configuration",
                        world -> world.config("delays", "outlier=9"),
                        "delays@2013-01-15 compute: its configuration changed (af5570f5a181 → 2755248cf080)",
                        "delays@2013-01-16 compute: its configuration changed (af5570f5a181 → 2755248cf080)"),
                row(
                        "one input less",
                        world -> world.declare(asset("delays").daily().reading("raw")),
                        "delays@2013-01-15 compute: it no longer reads planes",
                        "delays@2013-01-16 compute: it no longer reads planes"),
                row(
                        "another input",
                        world -> world.declare(
                                        asset("weather"),
                                        asset("delays").daily().reading("raw", "weather"))
                                .materialize("weather"),
                        "delays@2013-01-15 compute: it reads weather now and no longer reads planes",
                        "delays@2013-01-16 compute: it reads weather now and no longer reads planes"),
                row(
                        "other data in one day",
                        world -> force(world.data("raw@2013-01-16", "more"), "raw", "2013-01-16"),
                        "delays@2013-01-16 compute: raw@2013-01-16#2 has other data than #1, which it read"),
                row(
                        "other data in what every day reads",
                        world -> force(world.data("planes", "more"), "planes"),
                        "delays@2013-01-15 compute: planes#2 has other data than #1, which it read",
                        "delays@2013-01-16 compute: planes#2 has other data than #1, which it read"),
                row("a recomputation with equal data", world -> force(world, "raw", "2013-01-16")),
                row(
                        "an upstream that is stale itself",
                        world -> world.code("raw", "2"),
                        "raw@2013-01-15 compute: its code changed (031dc88d0ec0 → 25af8dcacaa1)",
                        "raw@2013-01-16 compute: its code changed (031dc88d0ec0 → 25af8dcacaa1)",
                        "delays@2013-01-15 compute unless its inputs come out equal: "
                                + "its input raw@2013-01-15 is to be computed",
                        "delays@2013-01-16 compute unless its inputs come out equal: "
                                + "its input raw@2013-01-16 is to be computed"),
                row(
                        "its code and an upstream's",
                        world -> world.code("raw", "2").code("delays", "2"),
                        "raw@2013-01-15 compute: its code changed (031dc88d0ec0 → 25af8dcacaa1)",
                        "raw@2013-01-16 compute: its code changed (031dc88d0ec0 → 25af8dcacaa1)",
                        "delays@2013-01-15 compute: its code changed (031dc88d0ec0 → 25af8dcacaa1)",
                        "delays@2013-01-16 compute: its code changed (031dc88d0ec0 → 25af8dcacaa1)"),
                row(
                        "one input, and another that is stale",
                        world -> force(world.data("planes", "more"), "planes").code("raw", "2"),
                        "raw@2013-01-15 compute: its code changed (031dc88d0ec0 → 25af8dcacaa1)",
                        "raw@2013-01-16 compute: its code changed (031dc88d0ec0 → 25af8dcacaa1)",
                        "delays@2013-01-15 compute: planes#2 has other data than #1, which it read",
                        "delays@2013-01-16 compute: planes#2 has other data than #1, which it read"),
                row(
                        "a check",
                        world -> world.check("delays", "has_rows", "min=1"),
                        "delays@2013-01-15 check: its check has_rows changed",
                        "delays@2013-01-16 check: its check has_rows changed"),
                row("what it waits for", world -> world.declare(
                                asset("clean"),
                                asset("delays").daily().reading("raw", "planes").after("clean"))
                        .materialize("clean")));
    }

    private static Arguments row(String what, Consumer<World> change, String... lines) {
        return Arguments.of(what, change, List.of(lines));
    }

    private static World force(World world, String selection, String... partitions) {
        world.execute(world.plan(world.request(selection, partitions).with(Force.SELECTED)));
        return world;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("changes")
    void aChangeMakesExactlyWhatItTouchesStale(String what, Consumer<World> change, List<String> lines) {
        World world = flights().materialize("delays", DAYS);

        change.accept(world);

        assertThat(world.lines("delays", DAYS)).isEqualTo(lines);
        assertThat(world.materialize("delays", DAYS).plan("delays", DAYS).steps())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 64})
    void manyInputsAreComparedAsOneInTurn(int mostExact) {
        World world = flights().recordingExactly(mostExact).materialize("total", DAYS);

        assertThat(force(world, "delays", "2013-01-15").lines("total")).isEmpty();
        assertThat(force(world.data("delays", "more"), "delays", "2013-01-16").lines("total"))
                .containsExactly("total compute: delays@2013-01-16#2 has other data than #1, which it read");
        assertThat(world.materialize("delays", "2013-01-20")
                        .materialize("total")
                        .lines("total"))
                .isEmpty();
        assertThat(world.materialize("delays", "2013-01-21..2013-01-25").lines("total"))
                .containsExactly("total compute: it would read delays@2013-01-21..2013-01-25, which it did not");
    }

    @Test
    void whatComesOutEqualStopsThere() {
        World world = flights().materialize("total", DAYS).code("raw", "2");

        assertThat(world.execute(world.plan("total")))
                .containsExactly("raw@2013-01-15", "raw@2013-01-16", "delays@2013-01-15", "delays@2013-01-16", "total");
        world.data("delays", "settled").materialize("total").code("raw", "3");
        force(world, "delays", DAYS).materialize("total").code("raw", "4");
        assertThat(world.execute(world.plan("total")))
                .containsExactly("raw@2013-01-15", "raw@2013-01-16", "delays@2013-01-15", "delays@2013-01-16");
        assertThat(world.plan("total").steps()).isEmpty();
    }

    @Test
    void aChangedCheckIsRunOnceOnEachVersion() {
        World world = flights().check("raw", "has_rows", "min=1").materialize("raw", DAYS);

        assertThat(world.lines("raw", DAYS)).isEmpty();
        assertThat(world.check("raw", "has_rows", "min=2")
                        .plan("raw", "2013-01-15")
                        .reused())
                .isEmpty();
        assertThat(world.lines("raw", "2013-01-15"))
                .containsExactly("raw@2013-01-15 check: its check has_rows changed");
        assertThat(world.materialize("raw", "2013-01-15").lines("raw", DAYS))
                .containsExactly("raw@2013-01-16 check: its check has_rows changed");
    }
}
