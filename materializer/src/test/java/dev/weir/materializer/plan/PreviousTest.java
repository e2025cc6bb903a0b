package dev.weir.materializer.plan;

import static dev.weir.materializer.plan.AnAsset.asset;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.assets.problem.WeirException;
import dev.weir.materializer.version.InputUse;
import dev.weir.materializer.version.Version;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What a plan makes of an asset that reads itself as it was before.
class PreviousTest {

    private static final String MISSING = " compute: it has never been materialized";

    @Test
    void theFirstPartitionReadsNothingAndEachOtherTheOneBefore() {
        World world = balances();

        RunPlan plan = world.plan("balance", "2013-01-01..2013-01-03");

        assertThat(plan.steps())
                .extracting(step -> world.names().of(step.target()) + " reads " + own(world, step))
                .containsExactly(
                        "raw@2013-01-01 reads ",
                        "raw@2013-01-02 reads ",
                        "raw@2013-01-03 reads ",
                        "balance@2013-01-01 reads nothing",
                        "balance@2013-01-02 reads balance@2013-01-01",
                        "balance@2013-01-03 reads balance@2013-01-02");
    }

    @Test
    void whatIsMissingBeforeComesAlongBackToWhatExists() {
        World world = balances().materialize("balance", "2013-01-01..2013-01-02");

        assertThat(world.lines("balance", "2013-01-04"))
                .containsExactly(
                        "raw@2013-01-03" + MISSING,
                        "raw@2013-01-04" + MISSING,
                        "balance@2013-01-03" + MISSING,
                        "balance@2013-01-04" + MISSING);
    }

    @Test
    void aNewVersionBeforeMakesNothingStaleAfter() {
        World world = balances().materialize("balance", "2013-01-01..2013-01-03");

        world.data("raw@2013-01-01", "other").execute(world.plan(world.request("raw", "2013-01-01").with(Force.SELECTED)));

        assertThat(world.lines("balance", "2013-01-01..2013-01-03"))
                .containsExactly("balance@2013-01-01 compute: raw@2013-01-01#2 has other data than #1, which it read");
        world.materialize("balance", "2013-01-01..2013-01-03");
        assertThat(world.lines("balance", "2013-01-01..2013-01-03")).isEmpty();
    }

    @Test
    void whatWasReadIsRecordedWithItsExactVersion() {
        World world = balances().materialize("balance", "2013-01-01..2013-01-02");
        Version first = world.current(world.target("balance@2013-01-01")).orElseThrow();

        List<InputUse> read =
                world.current(world.target("balance@2013-01-02")).orElseThrow().inputs();

        assertThat(read)
                .hasSize(2)
                .contains(new InputUse.Exact(first.target().asset(), first.target().ordinal(), first.id()));
    }

    @Test
    void onlyTheSelectionIsRefusedWhereTheOneBeforeIsMissing() {
        World world = balances().materialize("raw", "2013-01-01..2013-01-04");
        RunRequest request = world.request("balance", "2013-01-02").with(Upstreams.SELECTION_ONLY);

        assertThatThrownBy(() -> world.plan(request))
                .isInstanceOf(WeirException.class)
                .hasMessage("balance@2013-01-02 needs balance@2013-01-01, which is missing: run it without --only, or"
                        + " materialize balance first");
    }

    @Test
    void aRejectedOneBlocksThoseAfterIt() {
        World world = balances().check("balance", "holds", "1").failing("balance@2013-01-02");

        assertThat(world.execute(world.plan("balance", "2013-01-01..2013-01-04")))
                .endsWith("balance@2013-01-01", "balance@2013-01-02");
        assertThat(world.lines("balance", "2013-01-03..2013-01-04"))
                .containsExactly(
                        "balance@2013-01-02 skip: balance@2013-01-02#1 was rejected and nothing has changed since",
                        "balance@2013-01-03 skip: balance@2013-01-02 was rejected",
                        "balance@2013-01-04 skip: balance@2013-01-03 is blocked: balance@2013-01-02 was rejected");
    }

    @Test
    void whatHasNoPartitionsReadsItsOwnCurrentVersion() {
        World world = new World(asset("raw"), asset("total").reading("raw").readingItself());

        assertThat(own(world, world.plan("total").steps().getLast())).isEqualTo("nothing");
        world.materialize("");
        Version first = world.current(world.target("total")).orElseThrow();
        assertThat(first.inputs()).hasSize(1);
        assertThat(world.lines("")).isEmpty();

        world.data("raw", "other").code("raw", "2").materialize("");

        assertThat(world.current(world.target("total")).orElseThrow().inputs())
                .contains(new InputUse.Exact(first.target().asset(), 0, first.id()));
        assertThat(world.lines("")).isEmpty();
    }

    private static World balances() {
        return new World(asset("raw").daily(), asset("balance").daily().reading("raw").readingItself());
    }

    private static String own(World world, PlannedStep step) {
        return step.inputs().stream()
                .filter(input -> input.dependency().upstream().equals(step.target().asset()))
                .map(input -> input.partitions().isEmpty()
                        ? "nothing"
                        : world.names().of(step.target().asset(), input.partitions()))
                .findFirst()
                .orElse("");
    }
}
