package dev.weir.testing;

import static dev.weir.testing.WeirAssertions.assertThat;

import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Several assets that one call of a method makes.
@WeirTest(SplitAssets.class)
@At("2024-03-02T00:00:00Z")
class SplitTest {

    private static final String SPLIT = "train or test or share";

    private final TripSource source = new TripSource();

    @BeforeEach
    void askNobodyOutside(TestProject project) {
        project.with(TripSource.class, source);
    }

    @Test
    void oneCallMakesAllAndEachIsAVersionOfItsOwn(TestProject project) {
        TestResult result = project.materialize("learned");

        assertThat(result).published("trips", "share", "test", "train", "learned");
        assertThat(result).asset("train").hasVersion("train#1").rows(Trip.class).extracting(Trip::id).containsExactly(1, 2);
        assertThat(result).asset("test").hasVersion("test#1").rows(Trip.class).extracting(Trip::id).containsExactly(3);
        assertThat(result).asset("share").hasMetadata("of", 3L).value(Long.class).isEqualTo(1L);
        assertThat(result).asset("learned").value(Integer.class).isEqualTo(2);
        Assertions.assertThat(source.calls).containsExactly("split");
        assertThat(project.materialize(SPLIT)).isUpToDate();
    }

    @Test
    void whoAsksForOneGetsTheOthersToo(TestProject project) {
        project.materialize("trips");

        Assertions.assertThat(project.plan("train").lines())
                .containsExactly(
                        "share  compute: it is computed together with train",
                        "test  compute: it is computed together with train",
                        "train  compute: it has never been materialized");
        assertThat(project.materialize("train")).published("share", "test", "train");
    }

    @Test
    void whoForcesOneGetsTheOthersAnew(TestProject project) {
        project.materialize(SPLIT);

        TestResult result = project.materializeAnew("test");

        assertThat(result).asset("train").hasVersion("train#2");
        assertThat(result).plan().of("share").isComputedBecause("it is computed together with test");
        Assertions.assertThat(source.calls).containsExactly("split", "split");
    }

    @Test
    void whatOneFailsKeepsTheOthersBackAndIsNotTriedAgain(TestProject project) {
        project.materialize();
        source.calls.clear();
        source.trips = List.of(new Trip(1, null, "mon"), new Trip(3, "Oslo", "tue"));
        project.materializeAnew("trips");

        TestResult result = project.materialize(SPLIT + " or learned");

        assertThat(result).asset("train").isRejected().check("not_null_city").failed();
        assertThat(result).asset("test").isRejected().check("train:not_null_city").failed().hasDescription("city is never null");
        assertThat(result).asset("test").check("row_count").passed();
        assertThat(result).asset("share").isRejected();
        assertThat(result).asset("learned").isSkipped("share#2 was rejected together with train");

        TestResult again = project.materialize(SPLIT);

        assertThat(again).asset("train").isSkipped("train#2 was rejected and nothing has changed since");
        assertThat(again).asset("test").isSkipped("test#2 was rejected together with train and nothing has changed since");
        Assertions.assertThat(source.calls).containsExactly("split");
    }

    @Test
    void checksSeeWhatWasMadeTogether(TestProject project) {
        assertThat(project.materialize(SPLIT)).asset("train").check("disjoint").passed().found("tested", 1L);

        source.trips = List.of(new Trip(1, "Oslo", "mon"), new Trip(3, "Oslo", "tue"), new Trip(6, "Oslo", "tue"));
        project.materializeAnew("trips");

        assertThat(project.materialize(SPLIT)).asset("train").check("disjoint").passed().found("tested", 2L);
    }

    @Test
    void aCallThatFailsIsTriedAgainAsOneAndAllOfItFails(TestProject project) {
        source.failure = new IllegalStateException("no luck");

        TestResult result = project.materialize(SPLIT + " or learned");

        assertThat(result).asset("train").hasFailed("IllegalStateException: no luck");
        assertThat(result).asset("test").hasFailed("IllegalStateException: no luck");
        assertThat(result).asset("learned").isSkipped("share failed");
        Assertions.assertThat(source.calls).containsExactly("split", "split");
    }

    @Test
    void onlyWhatIsWantedIsMadeWhereTheMethodCanChoose(TestProject project) {
        assertThat(project.materialize("tuesday")).published("trips", "tuesday");
        assertThat(project.materialize("monday or tuesday")).published("monday");

        Assertions.assertThat(source.calls).containsExactly("days [tuesday]", "days [monday]");
    }

    @Test
    void allThatIsWantedIsMadeByOneCall(TestProject project) {
        assertThat(project.materialize("monday or tuesday")).published("trips", "monday", "tuesday");

        Assertions.assertThat(source.calls).containsExactly("days [monday, tuesday]");
    }

    @Test
    void eachPartitionIsACallWithItsFilesChecksAndRowsPutAside(TestProject project) {
        TestResult result = project.materialize("cities or rides or note", "2024-01-01");

        assertThat(result).asset("note").path().hasContent("of 2024-01-01");
        assertThat(result).asset("rides").rows(Trip.class).extracting(Trip::city).containsExactly("Oslo", "Oslo");
        assertThat(result).asset("rides").rowsPutAside(Trip.class).extracting(Trip::city).containsExactly("Bergen");
        Assertions.assertThat(source.calls).containsExactly("places 2024-01-01");
    }

    @Test
    void aConditionDecidesForAll(TestProject project) {
        TestResult result = project.materialize("cities or rides or note", "2024-01-02");

        assertThat(result).asset("cities").isSkipped("condition is_monday does not hold: it is no Monday");
        assertThat(result).asset("note").isSkipped("condition is_monday does not hold: it is no Monday");
        Assertions.assertThat(source.calls).isEmpty();
        assertThat(project.plan("rides", "2024-01-02"))
                .of("rides", "2024-01-02")
                .isSkippedBecause("condition is_monday does not hold: it is no Monday, and nothing has changed since");
    }
}
