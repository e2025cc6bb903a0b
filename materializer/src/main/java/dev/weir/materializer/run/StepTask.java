package dev.weir.materializer.run;

import dev.weir.materializer.plan.PlannedStep;
import dev.weir.materializer.version.RunId;
import dev.weir.materializer.version.VersionId;
import java.util.List;

/// One attempt at one step.
///
/// @param version the version this attempt becomes if it succeeds; no other attempt has the same
/// @param number the place of the step in the plan
/// @param attempt from 1
public record StepTask(
        RunId run, VersionId version, PlannedStep step, int number, int attempt, List<ResolvedInput> inputs) {
    public StepTask {
        inputs = List.copyOf(inputs);
    }
}
