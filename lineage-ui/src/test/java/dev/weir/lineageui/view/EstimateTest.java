package dev.weir.lineageui.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.assets.AssetKey;
import dev.weir.materializer.plan.PlannedAction;
import dev.weir.materializer.plan.PlannedStep;
import dev.weir.materializer.plan.Reason;
import dev.weir.materializer.plan.RunPlan;
import dev.weir.materializer.run.Spent;
import dev.weir.materializer.version.AssetPartition;
import dev.weir.materializer.version.EnvironmentName;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class EstimateTest {
    private static final AssetKey A = AssetKey.parse("a");
    private static final AssetKey B = AssetKey.parse("b");

    @Test
    void aStepNeedsTheMedianOfWhatItsAssetNeeded() {
        Estimate estimate = Estimate.of(plan(compute(A, 0)), Map.of(A, millis(900, 10, 30, 20, 40)), 1);

        assertThat(estimate.of(compute(A, 7))).contains(Duration.ofMillis(30));
        assertThat(estimate.duration()).isEqualTo(Duration.ofMillis(30));
        assertThat(estimate.stepsWithoutHistory()).isZero();
    }

    @Test
    void stepsSideBySideAreSharedAmongThoseThatMayRunAtOnce() {
        RunPlan plan = plan(compute(A, 0), compute(A, 1), compute(A, 2), compute(A, 3));

        assertThat(Estimate.of(plan, Map.of(A, millis(10)), 2).duration()).isEqualTo(Duration.ofMillis(20));
        assertThat(Estimate.of(plan, Map.of(A, millis(10)), 8).duration()).isEqualTo(Duration.ofMillis(10));
    }

    @Test
    void whatNothingIsKnownOfIsCountedAndWhatIsSkippedIsNot() {
        PlannedStep skipped = new PlannedStep(
                new AssetPartition(B, 1), new PlannedAction.Skip(new Reason.Blocked(new AssetPartition(A, 0), "is missing")), List.of());
        Estimate estimate = Estimate.of(plan(compute(A, 0), compute(B, 0), skipped), Map.of(A, millis(10)), 1);

        assertThat(estimate.of(compute(B, 0))).isEmpty();
        assertThat(estimate.of(skipped)).contains(Duration.ZERO);
        assertThat(estimate.stepsWithoutHistory()).isEqualTo(1);
        assertThat(estimate.duration()).isEqualTo(Duration.ofMillis(10));
    }

    @Test
    void ofWhatIsOnlySkippedNothingIsKnown() {
        PlannedStep skipped = new PlannedStep(
                new AssetPartition(A, 1), new PlannedAction.Skip(new Reason.Blocked(new AssetPartition(B, 0), "is missing")), List.of());

        assertThat(Estimate.of(plan(skipped), Map.of(A, millis(10)), 1).isKnown()).isFalse();
        assertThat(Estimate.of(plan(skipped, compute(B, 0)), Map.of(A, millis(10)), 1).isKnown()).isFalse();
    }

    @Test
    void whatIsWrittenIsTheSumOfTheMediansOfWhatWasWritten() {
        Estimate estimate = Estimate.of(
                plan(compute(A, 0), compute(A, 1), compute(B, 0)), Map.of(A, millis(900, 10, 30, 20, 40)), 4);

        assertThat(estimate.bytes()).isEqualTo(2 * 970);
        assertThat(estimate.isKnown()).isTrue();
        assertThat(Estimate.of(plan(compute(B, 0)), Map.of(A, millis(10)), 1).isKnown()).isFalse();
        assertThat(Estimate.of(plan(), Map.of(A, millis(10)), 1).isKnown()).isFalse();
    }

    private static PlannedStep compute(AssetKey asset, int ordinal) {
        return new PlannedStep(
                new AssetPartition(asset, ordinal), new PlannedAction.Compute(new Reason.Missing()), List.of());
    }

    private static RunPlan plan(PlannedStep... steps) {
        return new RunPlan(EnvironmentName.MAIN, 0, Stream.of(steps).toList(), new TreeMap<>(), List.of());
    }

    private static List<Spent> millis(long... each) {
        return LongStream.of(each)
                .mapToObj(millis -> new Spent(Duration.ofMillis(millis), 1_000 - millis))
                .toList();
    }
}
