package dev.weir.materializer.plan;

import static dev.weir.materializer.plan.AnAsset.asset;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.assets.problem.WeirException;
import dev.weir.partitions.PartitionKey;
import dev.weir.partitions.mapping.PartitionMapping;
import dev.weir.partitions.mapping.PartitionMapping.Relative;
import dev.weir.partitions.time.Cadence;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What a plan makes of the ways in which partitions of one asset may be read by another. It is early on 2013-03-06.
class MappingsTest {

    @Test
    void daysInARowAreBroughtAlongAndWhatLiesBeforeTheStartIsNotRead() {
        World world = reading(Relative.trailing(3));

        assertThat(reads(world, "2013-02-10")).isEqualTo("raw@2013-02-08..2013-02-10");
        assertThat(reads(world, "2013-01-02")).isEqualTo("raw@2013-01-01..2013-01-02");
        assertThat(world.lines("delays", "2013-01-02"))
                .containsExactly(
                        "raw@2013-01-01 compute: it has never been materialized",
                        "raw@2013-01-02 compute: it has never been materialized",
                        "delays@2013-01-02 compute: it has never been materialized",
                        "note: delays@2013-01-02 would read partitions before raw@2013-01-01, which is the first");
    }

    @Test
    void aChangedDayMakesTheDaysThatReadItStale() {
        World world = reading(Relative.trailing(3)).materialize("delays", "2013-02-10..2013-02-14");

        world.data("raw@2013-02-10", "other").execute(world.plan(world.request("raw", "2013-02-10").with(Force.SELECTED)));

        assertThat(world.lines("delays", "2013-02-10..2013-02-14"))
                .containsExactly(
                        "delays@2013-02-10 compute: raw@2013-02-10#2 has other data than #1, which it read",
                        "delays@2013-02-11 compute: raw@2013-02-10#2 has other data than #1, which it read",
                        "delays@2013-02-12 compute: raw@2013-02-10#2 has other data than #1, which it read");
    }

    @Test
    void theDayBeforeTheFirstIsNothingAndBlocksNobody() {
        World world = reading(new Relative(-1, -1));

        assertThat(reads(world, "2013-01-02")).isEqualTo("raw@2013-01-01");
        assertThat(world.lines("delays", "2013-01-01"))
                .containsExactly(
                        "delays@2013-01-01 compute: it has never been materialized",
                        "note: delays@2013-01-01 would read partitions before raw@2013-01-01, which is the first");
        assertThat(world.materialize("delays", "2013-01-01").lines("delays", "2013-01-01")).isEmpty();
    }

    @Test
    void theDayAfterIsWaitedFor() {
        World world = reading(new Relative(1, 1));

        assertThat(reads(world, "2013-03-04")).isEqualTo("raw@2013-03-05");
        assertThat(world.lines("delays", "2013-03-05"))
                .containsExactly("delays@2013-03-05 skip: raw@2013-03-06 is not complete yet");
    }

    @Test
    void theNewestIsTheNewestThatExistsOrIsPlanned() {
        World world = reading(new PartitionMapping.Last()).materialize("raw", "2013-01-05..2013-01-07");

        assertThat(reads(world, "2013-01-01")).isEqualTo("raw@2013-01-07");
        assertThat(world.lines("raw delays", "2013-01-09"))
                .containsExactly(
                        "raw@2013-01-09 compute: it has never been materialized",
                        "delays@2013-01-09 compute: it has never been materialized");

        world.materialize("delays", "2013-01-01").materialize("raw", "2013-01-08");

        assertThat(world.lines("delays", "2013-01-01"))
                .containsExactly("delays@2013-01-01 compute: it would read raw@2013-01-08, which it did not, and read"
                        + " raw@2013-01-07, which it would not");
    }

    @Test
    void ofWhatDoesNotExistTheNewestCompleteOneIsBroughtAlong() {
        World world = new World(asset("raw").daily(), asset("total").reading("raw", new PartitionMapping.Last()));

        assertThat(world.lines("total"))
                .containsExactly(
                        "raw@2013-03-05 compute: it has never been materialized",
                        "total compute: it has never been materialized");
    }

    @Test
    void theSamePartitionsAreReadByAll() {
        World world = reading(new PartitionMapping.Specific(
                List.of(new PartitionKey("2013-01-02"), new PartitionKey("2013-01-05"))));

        assertThat(reads(world, "2013-02-10")).isEqualTo("raw@2013-01-02, 2013-01-05");
        assertThat(world.plan("delays", "2013-02-10..2013-02-12").steps()).hasSize(5);
    }

    @Test
    void whoRequiresAllWaitsForWhatIsMissing() {
        World world = new World(asset("raw").daily(), asset("total").reading("raw", new PartitionMapping.Every()))
                .at("2013-01-04T00:00:00Z")
                .materialize("raw", "2013-01-02");

        assertThat(world.lines("total", "2013-01-03"))
                .containsExactly(
                        "raw@2013-01-03 compute: it has never been materialized",
                        "total skip: raw@2013-01-01 is missing");
        assertThat(world.lines("total"))
                .containsExactly(
                        "raw@2013-01-01 compute: it has never been materialized",
                        "raw@2013-01-03 compute: it has never been materialized",
                        "total compute: it has never been materialized");
    }

    @Test
    void aMonthInWhichTheDaysHaveNotBegunHasNothingToReadAndNoDayIsSaidToBeMissingForIt() {
        World world = new World(
                        asset("day").partitioned(new Cadence.Days(), LocalDate.of(2013, 2, 10), null, "UTC"),
                        asset("mo").monthly().reading("day"),
                        asset("copy").monthly().reading("mo"))
                .materialize("day");

        assertThat(world.lines("copy", "2013-01"))
                .containsExactly(
                        "mo@2013-01 skip: day has no partition for it, being daily from 2013-02-10 on in UTC: give both the"
                                + " same start and end, or ask for other partitions",
                        "copy@2013-01 skip: mo@2013-01 is blocked: day has no partition for it, being daily from 2013-02-10"
                                + " on in UTC: give both the same start and end, or ask for other partitions");
        assertThat(world.lines(world.plan(world.request("mo", "2013-01").with(Upstreams.SELECTION_ONLY))))
                .containsExactly(
                        "mo@2013-01 skip: day has no partition for it, being daily from 2013-02-10 on in UTC: give both the"
                                + " same start and end, or ask for other partitions");
    }

    @Test
    void aDayWhoseMonthLiesOutsideTheCalendarOfTheMonthsHasNothingToRead() {
        World world = new World(
                asset("mo").partitioned(new Cadence.Months(), LocalDate.of(2013, 2, 1), null, "UTC"),
                asset("day").daily().reading("mo"));

        assertThat(world.lines("day", "2013-01-15"))
                .containsExactly("day@2013-01-15 skip: mo has no partition for it, being monthly from 2013-02-01 on in UTC:"
                        + " give both the same start and end, or ask for other partitions");
    }

    @Test
    void aMonthOfWhichNoDayIsCompleteWaitsForItsFirstDay() {
        World world = new World(asset("day").daily(), asset("mo").monthly().reading("day"))
                .materialize("day", "2013-01-01..2013-01-03")
                .at("2013-03-01T12:00:00Z");

        RunPlan plan = new RunPlanner(world.definitions(), world.versions())
                .plan(World.MAIN, world.target("mo@2013-03"), world.now());

        assertThat(world.lines(plan)).containsExactly("mo@2013-03 skip: day@2013-03-01 is not complete yet");
    }

    @Test
    void whatIsNotCompleteIsNotSaidToComeWithoutOnly() {
        World world = reading(new Relative(1, 1));

        assertThatThrownBy(() -> world.plan(world.request("delays", "2013-03-05").with(Upstreams.SELECTION_ONLY)))
                .isInstanceOf(WeirException.class)
                .hasMessage("delays@2013-03-05 needs raw@2013-03-06, which is not complete yet: wait until it is");
    }

    @Test
    void ofAListWithoutAnyVersionsOneThatIsInTheListStandsForAll() {
        World world = new World(
                asset("airports").cutInto("lga"),
                asset("delays").daily().reading("airports", new PartitionMapping.All()));

        assertThatThrownBy(() -> world.plan(world.request("delays", "2013-01-15").with(Upstreams.SELECTION_ONLY)))
                .isInstanceOf(WeirException.class)
                .hasMessage("delays@2013-01-15 needs airports@lga, which is missing: run it without --only, or materialize"
                        + " airports first");
    }

    @Test
    void weeksReadTheirDaysAndHours() {
        World world = new World(
                asset("hours").hourly(), asset("days").daily().reading("hours"), asset("weeks").weekly().reading("days"));

        RunPlan plan = world.plan("weeks", "2013-01-07..2013-01-13");

        assertThat(plan.steps()).hasSize(7 * 24 + 7 + 1);
        assertThat(world.names().of(plan.steps().getLast().target())).isEqualTo("weeks@2013-01-07");
    }

    @Test
    void theFirstDayOfAWeekMeansTheWeekToWhoIsNamedAndTheDayToAllOthers() {
        World world = new World(asset("days").daily(), asset("weeks").weekly());

        assertThat(world.lines("weeks", "2013-01-07"))
                .containsExactly("weeks@2013-01-07 compute: it has never been materialized");
        assertThat(world.lines("weeks", "2013-01-07..2013-01-14"))
                .containsExactly(
                        "weeks@2013-01-07 compute: it has never been materialized",
                        "weeks@2013-01-14 compute: it has never been materialized");
        assertThat(world.lines("", "2013-01-07"))
                .containsExactly(
                        "days@2013-01-07 compute: it has never been materialized",
                        "note: weeks is left out: no whole weekly partition lies in 2013-01-07");
    }

    private static World reading(PartitionMapping mapping) {
        return new World(asset("raw").daily(), asset("delays").daily().reading("raw", mapping));
    }

    private static String reads(World world, String partition) {
        PlannedInput read = world.plan("delays", partition).steps().getLast().inputs().getFirst();
        return world.names().of(read.dependency().upstream(), read.partitions());
    }
}
