package dev.weir.materializer.run;

import dev.weir.materializer.publish.SkipCause;
import dev.weir.materializer.publish.StepResult;
import dev.weir.materializer.publish.StepResult.Audited;
import dev.weir.materializer.publish.StepResult.Declined;
import dev.weir.materializer.publish.StepResult.Failed;
import dev.weir.materializer.publish.StepResult.Published;
import dev.weir.materializer.publish.StepResult.Rejected;
import dev.weir.materializer.publish.StepResult.Skipped;
import dev.weir.materializer.publish.StepResult.Timing;
import dev.weir.materializer.version.AssetPartition;
import dev.weir.materializer.version.RunId;
import dev.weir.materializer.version.StandingSkip;
import dev.weir.materializer.version.Version;
import dev.weir.materializer.version.VersionId;
import org.jspecify.annotations.Nullable;

/// What became of one asset partition in a run.
///
/// @param attempt the attempt that decided, from 1; 0 if the step did not run
/// @param reason why it was in the plan
/// @param detail the problem of a failed step, why a skipped one was skipped
/// @param cause if the plan skipped it for something that somebody must see to
public record StepRecord(
        RunId run,
        AssetPartition target,
        StepState state,
        int attempt,
        @Nullable VersionId version,
        Timing timing,
        String reason,
        @Nullable String detail,
        @Nullable SkipCause cause) {

    /// Of a step that was not skipped by the plan.
    public StepRecord(
            RunId run,
            AssetPartition target,
            StepState state,
            int attempt,
            @Nullable VersionId version,
            Timing timing,
            String reason,
            @Nullable String detail) {
        this(run, target, state, attempt, version, timing, reason, detail, null);
    }

    /// What is recorded of a result.
    public static StepRecord of(RunId run, StepResult result) {
        return switch (result) {
            case Published(Version version, _, Timing timing, String reason) ->
                made(run, StepState.SUCCEEDED, version, timing, reason);
            case Rejected(Version version, _, Timing timing, String reason) ->
                made(run, StepState.REJECTED, version, timing, reason);
            case Audited audited -> {
                StepState state = audited.taint().isEmpty() ? StepState.SUCCEEDED : StepState.REJECTED;
                yield new StepRecord(
                        run, audited.target(), state, 1, audited.version(), audited.timing(), audited.reason(), null);
            }
            case Failed(AssetPartition target, int attempt, String problem, Timing timing, String reason) ->
                new StepRecord(run, target, StepState.FAILED, attempt, null, timing, reason, problem);
            case Declined(StandingSkip skip, _, int attempt, Timing timing, String reason) ->
                new StepRecord(run, skip.target(), StepState.SKIPPED, attempt, null, timing, reason, skip.why());
            case Skipped(AssetPartition target, String why, Timing timing, String reason, SkipCause cause) ->
                new StepRecord(run, target, StepState.SKIPPED, 0, null, timing, reason, why, cause);
        };
    }

    private static StepRecord made(RunId run, StepState state, Version version, Timing timing, String reason) {
        int attempt = version.origin().attempt();
        return new StepRecord(run, version.target(), state, attempt, version.id(), timing, reason, null);
    }
}
