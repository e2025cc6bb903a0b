package dev.weir.materializer.run;

import dev.weir.materializer.plan.PlannedStep;
import dev.weir.materializer.version.RunId;
import dev.weir.materializer.version.VersionId;
import java.util.ArrayList;
import java.util.List;

/// One attempt at one step.
///
/// @param version the version this attempt becomes if it succeeds; no other attempt has the same
/// @param number the place of the step in the plan
/// @param attempt from 1
/// @param siblings attempts at what the same call of a method makes; none of them has siblings of its own
/// @param startUp told by whoever computes it
public record StepTask(
        RunId run, VersionId version, PlannedStep step, int number, int attempt, List<ResolvedInput> inputs,
        List<StepTask> siblings, StartUp startUp) {
    public StepTask {
        inputs = List.copyOf(inputs);
        siblings = List.copyOf(siblings);
    }

    /// Of a step that is made by itself.
    public StepTask(
            RunId run, VersionId version, PlannedStep step, int number, int attempt, List<ResolvedInput> inputs) {
        this(run, version, step, number, attempt, inputs, List.of(), new StartUp());
    }

    StepTask with(List<StepTask> others) {
        return new StepTask(run, version, step, number, attempt, inputs, others, startUp);
    }

    /// This one first, then its siblings.
    public List<StepTask> together() {
        if (siblings.isEmpty()) {
            return List.of(this);
        }
        List<StepTask> all = new ArrayList<>(siblings.size() + 1);
        all.add(this);
        all.addAll(siblings);
        return all;
    }
}
