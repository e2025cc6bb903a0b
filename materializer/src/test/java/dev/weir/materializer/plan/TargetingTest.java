package dev.weir.materializer.plan;

import static dev.weir.materializer.plan.AnAsset.asset;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.weir.assets.AssetKey;
import dev.weir.assets.problem.Problem;
import dev.weir.assets.problem.ProblemCode;
import dev.weir.assets.problem.WeirException;
import dev.weir.partitions.time.Cadence;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a request comes down to, and what is said where it comes down to nothing.
class TargetingTest {

    private static World flights() {
        return new World(
                asset("raw").daily(),
                asset("weather").partitioned(new Cadence.Days(), LocalDate.of(2013, 2, 1), null, "UTC"),
                asset("planes"),
                asset("report").monthly().reading("raw"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "raw          | 2013-01-15 | ",
                "raw report   | 2013-01    | ",
                "             | 2013-01-15 | report is left out: no whole monthly partition lies in 2013-01-15",
                "             | 2013-01-15 | weather is left out: 2013-01-15 is outside the range: partitions start at"
                        + " 2013-02-01",
            })
    void whatDoesNotFitIsLeftOutWithANote(String selection, String partition, String note) {
        World world = flights();

        List<String> notes =
                world.plan(selection == null ? "" : selection, partition).notes();

        if (note == null) {
            assertThat(notes).isEmpty();
        } else {
            assertThat(notes).contains(note);
        }
    }

    @Test
    void whatDoesNotFitAndComesAlongIsNotSaidToBeLeftOut() {
        World world = new World(
                asset("raw").daily(), asset("month").monthly().reading("raw"), asset("share").daily().reading("raw", "month"));
        world.materialize("raw", "2013-01-01..2013-01-31");

        assertThat(world.lines("", "2013-01-15"))
                .containsExactly(
                        "month@2013-01 compute: it has never been materialized",
                        "share@2013-01-15 compute: it has never been materialized");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "raw report   | 2013-01-15 | report: no whole monthly partition lies in 2013-01-15",
                "raw          | 2012-12-31 | raw: 2012-12-31 is outside the range: partitions go from 2013-01-01 to"
                        + " 2013-12-31",
                "planes       | 2013-01-15 | planes is not partitioned: leave out --partition",
                "w*           | 2012-01    | weather: 2012-01 is outside the range: partitions start at 2013-02-01",
            })
    void aNamedAssetThatThePartitionsDoNotFitIsAProblem(String selection, String partition, String message) {
        World world = flights();

        assertThatThrownBy(() -> world.plan(selection, partition))
                .isInstanceOfSatisfying(WeirException.class, wrong -> assertThat(wrong.problems())
                        .contains(Problem.of(ProblemCode.UNKNOWN_PARTITION, message)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a         | a is",
                "a b       | a and b are",
                "a b c     | a, b and c are",
                "a b c d   | a, b, c and d are",
                "a b c d e | a, b, c and 2 more are",
            })
    void manyAssetsAreListedInFewWords(String assets, String words) {
        List<AssetKey> keys =
                Arrays.stream(assets.split(" ")).map(AssetKey::parse).toList();

        assertThat(Refusals.areOrIs(keys)).isEqualTo(words);
    }

    @Test
    void whatCannotBeReadIsSaidOnce() {
        World world = flights();

        assertThatThrownBy(() -> world.plan("", "tomorrow"))
                .isInstanceOf(WeirException.class)
                .hasMessage("'tomorrow' is not a partition: write an hour like 2013-01-15-07:00, a day like 2013-01-15, a month like 2013-01, several "
                        + "like 2013-01-01..2013-01-31, latest or missing");
    }

    @Test
    void aSelectionOfNothingIsAProblem() {
        World world = flights();

        assertThatThrownBy(() -> world.plan("group:none"))
                .isInstanceOf(WeirException.class)
                .hasMessage("group:none selects no asset. `weir list` shows all assets.");
    }

    @Test
    void missingLeavesOutWhatIsOnlyStale() {
        World world = flights().materialize("raw").at("2013-03-07T03:00:00Z").code("raw", "2");

        assertThat(world.lines("raw", "missing"))
                .containsExactly("raw@2013-03-06 compute: it has never been materialized");
    }

    @Test
    void latestIsTheNewestCompleteOneOfEachAsset() {
        World world = flights();

        assertThat(world.lines("raw weather", "latest"))
                .containsExactly(
                        "raw@2013-03-05 compute: it has never been materialized",
                        "weather@2013-03-05 compute: it has never been materialized");
    }

    @Test
    void whatHasNotBegunIsANote() {
        World world = flights().at("2013-01-10T03:00:00Z");

        assertThat(world.plan("weather").notes())
                .containsExactly("weather has no complete partition yet: it is daily from 2013-02-01 on in UTC");
    }

    @Test
    void onlyTheSelectionIsTakenIfItsInputsExist() {
        World world = flights().materialize("raw", "2013-01").code("raw", "2");

        assertThat(world.lines(world.plan(only(world, "report", "2013-01"))))
                .containsExactly("report@2013-01 compute: it has never been materialized");
    }

    @Test
    void onlyTheSelectionIsRefusedIfInputsAreMissing() {
        World world = flights()
                .declare(
                        asset("delays").daily().reading("raw", "planes"),
                        asset("total").reading("delays"))
                .materialize("raw", "2013-01-10..2013-01-20");

        assertThatThrownBy(() -> world.plan(only(world, "report delays total", "2013-01")))
                .isInstanceOfSatisfying(WeirException.class, refused -> assertThat(refused.problems())
                        .extracting(Problem::code)
                        .containsOnly(ProblemCode.INPUT_MISSING))
                .hasMessage("""
                    delays@2013-01-01..2013-01-09, 2013-01-21..2013-01-31 needs \
                    raw@2013-01-01..2013-01-09, 2013-01-21..2013-01-31, which is missing: \
                    run it without --only, or materialize raw first
                    delays@2013-01-10..2013-01-20 needs planes, which is missing: \
                    run it without --only, or materialize planes first
                    report@2013-01 needs raw@2013-01-01..2013-01-09, 2013-01-21..2013-01-31, which is missing: \
                    run it without --only, or materialize raw first\
                    """);
    }

    private static RunRequest only(World world, String selection, String... partitions) {
        return world.request(selection, partitions).with(Upstreams.SELECTION_ONLY);
    }
}
