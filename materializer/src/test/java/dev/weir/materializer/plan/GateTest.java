package dev.weir.materializer.plan;

import static dev.weir.materializer.plan.AnAsset.asset;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// What rejected and tainted versions do to a plan.
class GateTest {

    private static final String DAY = "2013-01-15";
    private static final String TAINT_NOTE =
            "note: clean@2013-01-15#1 is tainted and readers still see it: check has_rows failed: has_rows;"
                    + " weir check runs its checks again, --force computes it anew";

    private static World flights() {
        return new World(
                        asset("raw").daily(),
                        asset("clean").daily().reading("raw"),
                        asset("delays").daily().reading("clean"),
                        asset("report").daily().reading("delays"))
                .check("clean", "has_rows", "min=1");
    }

    @Test
    void aRejectionStandsAndBlocksWhatIsBelowIt() {
        World world = flights().failing("clean@2013-01-15").materialize("report", DAY);

        assertThat(world.lines("report", DAY))
                .containsExactly(
                        "clean@2013-01-15 skip: clean@2013-01-15#1 was rejected and nothing has changed since",
                        "delays@2013-01-15 skip: clean@2013-01-15 was rejected",
                        "report@2013-01-15 skip: delays@2013-01-15 is blocked: clean@2013-01-15 was rejected");
    }

    static Stream<Arguments> hopes() {
        return Stream.of(
                hope("its code", world -> world.code("clean", "2")),
                hope("its configuration", world -> world.config("clean", "2")),
                hope("what it reads", world -> force(world.data("raw", "more"), "raw")),
                hope("the check", world -> world.check("clean", "has_rows", "min=0")));
    }

    private static Arguments hope(String what, Consumer<World> change) {
        return Arguments.of(what, change);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hopes")
    void aRejectionFallsWithWhatItWasMadeOf(String what, Consumer<World> change) {
        World world = flights().failing("clean@2013-01-15").materialize("report", DAY);

        change.accept(world);

        assertThat(world.lines("clean", DAY))
                .containsExactly("clean@2013-01-15 compute: clean@2013-01-15#1 was rejected by check has_rows, and nothing has"
                        + " been published");
    }

    @Test
    void whatWasRejectedIsComputedAgainByForce() {
        World world = flights().failing("clean@2013-01-15").materialize("clean", DAY);

        assertThat(world.lines(world.plan(world.request("clean", DAY).with(Force.SELECTED))))
                .containsExactly("clean@2013-01-15 compute: clean@2013-01-15#1 was rejected by check has_rows, and nothing has"
                        + " been published");
    }

    @Test
    void whatReadsNothingIsTriedAgain() {
        World world = flights()
                .check("raw", "has_rows", "min=1")
                .failing("raw@2013-01-15")
                .materialize("raw", DAY);

        assertThat(world.lines("raw", DAY)).containsExactly("raw@2013-01-15 compute: raw@2013-01-15#1"
                + " was rejected by check has_rows, and nothing has been published");
    }

    @Test
    void theVersionBeforeTheRejectedOneIsUsedAndSaidSo() {
        World world = flights().materialize("delays", DAY);
        force(world.data("raw", "more"), "raw").failing("clean@2013-01-15").materialize("clean", DAY);

        assertThat(world.lines("report", DAY))
                .containsExactly(
                        "clean@2013-01-15 skip: clean@2013-01-15#2 was rejected and nothing has changed since",
                        "report@2013-01-15 compute: it has never been materialized",
                        "note: clean@2013-01-15#2 was rejected: #1 stays current");
        assertThat(world.code("delays", "2").lines("delays", DAY))
                .containsExactly(
                        "clean@2013-01-15 skip: clean@2013-01-15#2 was rejected and nothing has changed since",
                        "delays@2013-01-15 compute: its code changed (031dc88d0ec0 → 25af8dcacaa1)",
                        "note: clean@2013-01-15#2 was rejected: #1 stays current");
    }

    @Test
    void whatIsUpToDateWithTheVersionBeforeTheRejectedOneSaysSo() {
        World world = flights().materialize("delays", DAY);
        force(world.data("raw", "more"), "raw").failing("clean@2013-01-15").materialize("clean", DAY);

        assertThat(world.lines(world.plan(world.request("delays", DAY).with(Upstreams.SELECTION_ONLY))))
                .containsExactly("note: clean@2013-01-15#2 was rejected: #1 stays current");
    }

    @Test
    void aRejectionOfWhatIsUpToDateIsANote() {
        World world = flights().materialize("clean", DAY).failing("clean@2013-01-15");
        world.execute(world.plan(world.request("clean", DAY).with(Force.SELECTED)));

        assertThat(world.lines("clean", DAY))
                .containsExactly("note: clean@2013-01-15#2 was rejected: #1 stays current");
    }

    @Test
    void whatIsTaintedIsNotRead() {
        World world = flights()
                .materialize("clean", DAY)
                .check("clean", "unique", "id")
                .failing("clean@2013-01-15");

        world.materialize("clean", DAY);

        assertThat(world.lines("delays", DAY))
                .containsExactly(
                        "delays@2013-01-15 skip: clean@2013-01-15 is tainted: check has_rows failed: has_rows",
                        TAINT_NOTE);
        assertThat(world.code("clean", "2").lines("delays", DAY))
                .containsExactly(
                        "clean@2013-01-15 compute: its code changed (031dc88d0ec0 → 25af8dcacaa1)",
                        "delays@2013-01-15 compute: it has never been materialized");
    }

    @Test
    void whatReadTheTaintedVersionBeforeStaysAsItIs() {
        World world = flights()
                .materialize("delays", DAY)
                .check("clean", "unique", "id")
                .failing("clean@2013-01-15");

        world.materialize("clean", DAY);

        assertThat(world.lines("delays", DAY))
                .containsExactly(TAINT_NOTE);
    }

    private static World force(World world, String selection) {
        world.execute(world.plan(world.request(selection, DAY).with(Force.SELECTED)));
        return world;
    }
}
