package dev.weir.materializer.run;

import dev.weir.materializer.publish.StepResult.Timing;
import dev.weir.materializer.version.AssetPartition;
import dev.weir.materializer.version.RunId;
import dev.weir.materializer.version.VersionId;
import org.jspecify.annotations.Nullable;

/// What became of one asset partition in a run.
///
/// @param reason why it was in the plan
/// @param detail the problem of a failed step, why a skipped one was skipped
public record StepRecord(
        RunId run,
        AssetPartition target,
        StepState state,
        int attempt,
        @Nullable VersionId version,
        Timing timing,
        String reason,
        @Nullable String detail) {}
