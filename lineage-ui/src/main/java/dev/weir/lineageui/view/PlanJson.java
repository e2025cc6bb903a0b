package dev.weir.lineageui.view;

import dev.weir.assets.AssetKey;
import dev.weir.assets.graph.AssetGraph;
import dev.weir.assets.spec.ConditionSpec;
import dev.weir.lineageui.json.JsonObject;
import dev.weir.materializer.plan.PlannedAction;
import dev.weir.materializer.plan.PlannedStep;
import dev.weir.materializer.plan.Reason;
import dev.weir.materializer.plan.ReasonText;
import dev.weir.materializer.plan.RunPlan;
import dev.weir.materializer.version.Names;
import java.util.Map;
import java.util.Optional;

/// A plan as JSON.
public final class PlanJson {
    private final AssetGraph graph;
    private final Names names;
    private final ReasonText reasons;

    public PlanJson(AssetGraph graph) {
        this.graph = graph;
        names = new Names(graph);
        reasons = new ReasonText(names);
    }

    /// With all its steps.
    public JsonObject of(RunPlan plan) {
        return of(plan, Integer.MAX_VALUE);
    }

    /// With so many of its steps at most.
    public JsonObject of(RunPlan plan, int steps) {
        JsonObject reused = new JsonObject();
        for (Map.Entry<AssetKey, Integer> each : plan.reused().entrySet()) {
            reused.with(each.getKey().toString(), each.getValue());
        }
        return new JsonObject()
                .with("environment", plan.environment())
                .with("as_of", plan.asOf())
                .with("steps", plan.steps().stream().limit(steps).toList(), this::step)
                .with("reused", reused)
                .with("notes", plan.notes());
    }

    /// With so many of its steps at most, and how long they would take.
    public JsonObject of(RunPlan plan, int steps, Estimate estimate) {
        return of(plan, steps)
                .with(
                        "steps",
                        plan.steps().stream().limit(steps).toList(),
                        step -> step(step).with("estimate_ms", estimate.of(step)))
                .with("estimate", new JsonObject()
                        .with("duration_ms", estimate.duration())
                        .with("bytes", estimate.bytes())
                        .with("steps_without_history", estimate.stepsWithoutHistory()));
    }

    public JsonObject step(PlannedStep step) {
        return new JsonObject()
                .with("target", names.of(step.target()))
                .with("asset", step.target().asset())
                .with("action", action(step.action()))
                .with("runs_if", condition(step.target().asset(), step.action()).map(ConditionSpec::name));
    }

    public JsonObject action(PlannedAction action) {
        return new JsonObject()
                .with("does", actionName(action))
                .with("reason", reasonOf(action).map(PlanJson::reasonName).orElse("CHECKS_CHANGED"))
                .with("because", reasons.because(action));
    }

    /// What decides, when the step's turn comes, whether it is computed.
    public Optional<ConditionSpec> condition(AssetKey asset, PlannedAction action) {
        return switch (action) {
            case PlannedAction.Compute _, PlannedAction.ComputeUnlessInputsComeOutEqual _ ->
                graph.asset(asset).computation().condition();
            case PlannedAction.Check _, PlannedAction.Skip _ -> Optional.empty();
        };
    }

    private static String actionName(PlannedAction action) {
        return switch (action) {
            case PlannedAction.Compute _ -> "COMPUTE";
            case PlannedAction.ComputeUnlessInputsComeOutEqual _ -> "COMPUTE_UNLESS_INPUTS_EQUAL";
            case PlannedAction.Check _ -> "CHECK";
            case PlannedAction.Skip _ -> "SKIP";
        };
    }

    public static String reasonName(Reason reason) {
        return switch (reason) {
            case Reason.Missing _, Reason.OnlyRejected _ -> "MISSING";
            case Reason.Forced _ -> "FORCED";
            case Reason.Imported _ -> "IMPORTED";
            case Reason.CodeChanged _ -> "CODE_CHANGED";
            case Reason.ConfigChanged _ -> "CONFIG_CHANGED";
            case Reason.DependenciesChanged _ -> "DEPENDENCIES_CHANGED";
            case Reason.PartitionsChanged _ -> "PARTITIONS_CHANGED";
            case Reason.InputChanged _ -> "INPUT_CHANGED";
            case Reason.InputPlanned _ -> "INPUT_PLANNED";
            case Reason.RejectionStands _ -> "REJECTION_STANDS";
            case Reason.InputTainted _ -> "INPUT_TAINTED";
            case Reason.ChangedOutside _ -> "CHANGED_OUTSIDE";
            case Reason.Unseen _ -> "UNSEEN";
            case Reason.TogetherWith _ -> "TOGETHER_WITH";
            case Reason.SiblingHeld _ -> "SIBLING_HELD";
            case Reason.ConditionStands _ -> "CONDITION_STANDS";
            case Reason.InputSkipped _ -> "INPUT_SKIPPED";
            case Reason.Blocked _, Reason.NothingToRead _ -> "BLOCKED";
        };
    }

    private static Optional<Reason> reasonOf(PlannedAction action) {
        return switch (action) {
            case PlannedAction.Compute(Reason reason) -> Optional.of(reason);
            case PlannedAction.ComputeUnlessInputsComeOutEqual(Reason reason) -> Optional.of(reason);
            case PlannedAction.Skip(Reason reason) -> Optional.of(reason);
            case PlannedAction.Check _ -> Optional.empty();
        };
    }
}
