package dev.weir.materializer.run;

import dev.weir.materializer.plan.PlannedStep;
import dev.weir.materializer.version.RunId;
import java.util.List;

/// One attempt at one step.
///
/// @param number the place of the step in the plan, which names its staging folder
/// @param attempt from 1
public record StepTask(RunId run, PlannedStep step, int number, int attempt, List<ResolvedInput> inputs) {}
