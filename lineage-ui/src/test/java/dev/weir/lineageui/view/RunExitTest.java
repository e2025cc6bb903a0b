package dev.weir.lineageui.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.assets.AssetKey;
import dev.weir.materializer.publish.SkipCause;
import dev.weir.materializer.publish.StepResult.Timing;
import dev.weir.materializer.run.Run;
import dev.weir.materializer.run.RunStatus;
import dev.weir.materializer.run.RunStore;
import dev.weir.materializer.run.StepCounts;
import dev.weir.materializer.run.StepRecord;
import dev.weir.materializer.run.StepState;
import dev.weir.materializer.version.AssetPartition;
import dev.weir.materializer.version.EnvironmentName;
import dev.weir.materializer.version.RunId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// The exit status that follows from what is remembered of a run. Against that of the command line itself it is held where
/// runs are launched over HTTP.
class RunExitTest {
    private static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");
    private static final AssetPartition ORDERS = new AssetPartition(AssetKey.parse("shop/orders"), 0);

    @Test
    void aRunThatHasNotEndedHasNone() {
        assertThat(exit(run(RunStatus.QUEUED, null), List.of())).isEmpty();
        assertThat(exit(run(RunStatus.RUNNING, null), List.of(step(StepState.FAILED, "", "broken")))).isEmpty();
    }

    @Test
    void theLowestOfWhatWentWrongCounts() {
        StepRecord published = step(StepState.SUCCEEDED, "", null);
        StepRecord rejected = step(StepState.REJECTED, "", null);
        StepRecord failed = step(StepState.FAILED, "", "broken");

        assertThat(exit(run(RunStatus.SUCCEEDED, null), List.of(published))).contains(0);
        assertThat(exit(run(RunStatus.FAILED, null), List.of(published, rejected))).contains(3);
        assertThat(exit(run(RunStatus.FAILED, null), List.of(rejected, failed))).contains(1);
        assertThat(exit(run(RunStatus.SUCCEEDED, null), List.of(rejected))).as("audited and tainted").contains(3);
    }

    @Test
    void aRunThatEndedEarlyHasFailedOrWasInterrupted() {
        assertThat(exit(run(RunStatus.CANCELED, "it was interrupted"), List.of(step(StepState.FAILED, "", "x"))))
                .contains(130);
        assertThat(exit(run(RunStatus.FAILED, RunStore.LEASE_ENDED), List.of(step(StepState.REJECTED, "", null))))
                .contains(1);
        assertThat(exit(run(RunStatus.FAILED, null), List.of())).contains(1);
    }

    @Test
    void whatThePlanMetCountsWhereNothingElseWentWrong() {
        assertThat(exit(skipped(SkipCause.STANDING_REJECTION))).isEqualTo(3);
        assertThat(exit(skipped(SkipCause.TAINTED_INPUT))).isEqualTo(4);
        assertThat(exit(skipped(SkipCause.TAINTED_INPUT), skipped(SkipCause.STANDING_REJECTION)))
                .isEqualTo(3);
        assertThat(exit(skipped(null))).isZero();
    }

    private static int exit(StepRecord... steps) {
        return exit(run(RunStatus.SUCCEEDED, null), List.of(steps)).orElseThrow();
    }

    private static Optional<Integer> exit(Run run, List<StepRecord> steps) {
        return RunExit.of(
                run,
                new StepCounts(
                        count(steps, StepState.SUCCEEDED),
                        count(steps, StepState.REJECTED),
                        count(steps, StepState.FAILED),
                        count(steps, StepState.SKIPPED)),
                () -> steps);
    }

    private static long count(List<StepRecord> steps, StepState state) {
        return steps.stream().filter(step -> step.state() == state).count();
    }

    private static StepRecord skipped(@Nullable SkipCause cause) {
        return new StepRecord(
                new RunId(new UUID(0, 1)), ORDERS, StepState.SKIPPED, 0, null, new Timing(NOON, Duration.ZERO), "why", "why", cause);
    }

    private static StepRecord step(StepState state, String reason, @Nullable String detail) {
        return new StepRecord(
                new RunId(new UUID(0, 1)), ORDERS, state, 1, null, new Timing(NOON, Duration.ZERO), reason, detail);
    }

    private static Run run(RunStatus status, @Nullable String problem) {
        return new Run(
                new RunId(new UUID(0, 1)), EnvironmentName.MAIN, status, "weir materialize", "d", 1, "me", NOON, NOON, null, problem);
    }
}
