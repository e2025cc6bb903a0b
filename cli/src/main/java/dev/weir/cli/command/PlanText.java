package dev.weir.cli.command;

import dev.weir.assets.AssetKey;
import dev.weir.assets.graph.AssetGraph;
import dev.weir.assets.spec.ConditionSpec;
import dev.weir.checks.Verdict;
import dev.weir.cli.output.JsonObject;
import dev.weir.cli.output.Quantity;
import dev.weir.cli.output.Screen;
import dev.weir.cli.output.Style;
import dev.weir.cli.output.TextTable;
import dev.weir.lineageui.view.PlanView;
import dev.weir.lineageui.view.PlanView.Likeness;
import dev.weir.materializer.plan.PlannedAction;
import dev.weir.materializer.plan.PlannedStep;
import dev.weir.materializer.plan.Reason;
import dev.weir.materializer.plan.ReasonText;
import dev.weir.materializer.plan.RunPlan;
import dev.weir.materializer.publish.StepResult;
import dev.weir.materializer.version.AssetPartition;
import dev.weir.materializer.version.Content;
import dev.weir.materializer.version.Names;
import dev.weir.materializer.version.Version;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A plan, for people and for programs.
final class PlanText {
    private final Names names;
    private final ReasonText reasons;
    private final AssetGraph graph;

    PlanText(AssetGraph graph) {
        this.graph = graph;
        names = new Names(graph);
        reasons = new ReasonText(names);
    }

    void print(RunPlan plan, Screen screen) {
        if (plan.steps().isEmpty()) {
            screen.line(screen.paint(Style.GREEN, "✓") + " Everything is up to date" + reused(plan) + ".");
        } else {
            TextTable table = TextTable.of("asset", ">steps", "partitions", "action", "because");
            for (PlanView.Line line : PlanView.of(plan).lines()) {
                table.row(
                        TextTable.cell(Style.BOLD, line.asset()),
                        Quantity.count(line.partitions().size()),
                        names.keysOf(line.asset(), line.partitions()),
                        TextTable.cell(style(line.first()), label(line.first()) + place(line)),
                        reasons.because(line.first())
                                + (line.likeness() == Likeness.ALIKE ? ", and so on" : "")
                                + condition(line.asset(), line.first())
                                        .map(condition -> "; runs if " + condition.name())
                                        .orElse(""));
            }
            table.print(screen);
            screen.line();
            screen.line(Quantity.of(plan.steps().size(), "step") + reused(plan) + ".");
        }
        printNotes(plan, screen);
    }

    private String place(PlanView.Line line) {
        String place = line.first() instanceof PlannedAction.Compute ? PlaceText.of(graph.asset(line.asset())) : "";
        return place.isEmpty() ? "" : " " + place;
    }

    /// What decides, when the step's turn comes, whether it is computed.
    private Optional<ConditionSpec> condition(AssetKey asset, PlannedAction action) {
        return switch (action) {
            case PlannedAction.Compute _, PlannedAction.ComputeUnlessInputsComeOutEqual _ ->
                graph.asset(asset).computation().condition();
            case PlannedAction.Check _, PlannedAction.Skip _ -> Optional.empty();
        };
    }

    static void printNotes(RunPlan plan, Screen screen) {
        plan.notes().forEach(note -> screen.line(screen.paint(Style.YELLOW, "note") + "  " + note));
    }

    /// `; 12 partitions of 3 assets are up to date`, or nothing.
    static String reused(RunPlan plan) {
        long partitions = plan.reused().values().stream().mapToLong(Integer::longValue).sum();
        if (partitions == 0) {
            return "";
        }
        return plan.steps().isEmpty()
                ? ": " + Quantity.of(partitions, "partition") + " of " + Quantity.of(plan.reused().size(), "asset")
                : "; " + Quantity.of(partitions, "partition") + (partitions == 1 ? " is" : " are") + " up to date";
    }

    static String label(PlannedAction action) {
        return switch (action) {
            case PlannedAction.Compute _ -> "compute";
            case PlannedAction.ComputeUnlessInputsComeOutEqual _ -> "compute unless inputs equal";
            case PlannedAction.Check _ -> "check";
            case PlannedAction.Skip _ -> "skip";
        };
    }

    static Style style(PlannedAction action) {
        return switch (action) {
            case PlannedAction.Compute _ -> Style.GREEN;
            case PlannedAction.ComputeUnlessInputsComeOutEqual _, PlannedAction.Check _ -> Style.CYAN;
            case PlannedAction.Skip _ -> Style.YELLOW;
        };
    }

    JsonObject json(RunPlan plan) {
        JsonObject reused = new JsonObject();
        for (Map.Entry<AssetKey, Integer> each : plan.reused().entrySet()) {
            reused.with(each.getKey().toString(), each.getValue());
        }
        return new JsonObject()
                .with("environment", plan.environment())
                .with("as_of", plan.asOf())
                .with("steps", plan.steps(), this::step)
                .with("reused", reused)
                .with("notes", plan.notes());
    }

    JsonObject step(PlannedStep step) {
        return new JsonObject()
                .with("target", names.of(step.target()))
                .with("asset", step.target().asset())
                .with("action", action(step.action()))
                .with("runs_if", condition(step.target().asset(), step.action()).map(ConditionSpec::name));
    }

    JsonObject action(PlannedAction action) {
        return new JsonObject()
                .with("does", actionName(action))
                .with("reason", reasonOf(action).map(PlanText::reasonName).orElse("CHECKS_CHANGED"))
                .with("because", reasons.because(action));
    }

    String name(AssetPartition target) {
        return names.of(target);
    }

    /// How one step of a run ended.
    JsonObject result(StepResult result) {
        JsonObject json = new JsonObject()
                .with("target", names.of(result.target()))
                .with("asset", result.target().asset())
                .with("started_at", result.timing().startedAt())
                .with("took_ms", result.timing().took())
                .with("reason", result.reason());
        return switch (result) {
            case StepResult.Published published ->
                made(json.with("outcome", "PUBLISHED"), published.version(), published.verdicts());
            case StepResult.Rejected rejected ->
                made(json.with("outcome", "REJECTED"), rejected.version(), rejected.verdicts());
            case StepResult.Failed failed ->
                json.with("outcome", "FAILED").with("attempt", failed.attempt()).with("problem", failed.problem());
            case StepResult.Declined declined ->
                json.with("outcome", "SKIPPED").with("why", declined.skip().why());
            case StepResult.Skipped skipped -> json.with("outcome", "SKIPPED").with("why", skipped.why());
            case StepResult.Audited audited ->
                json.with("outcome", "CHECKED")
                        .with("tainted", audited.taint().isEmpty() ? null : audited.taint())
                        .with("checks", audited.verdicts(), VersionJson::verdict);
        };
    }

    private JsonObject made(JsonObject json, Version version, List<Verdict> verdicts) {
        boolean tabular = version.content() instanceof Content.TableFiles;
        return json.with("version", names.of(version))
                .with("id", version.id())
                .with("rows", tabular ? version.content().rows() : null)
                .with("bytes", version.content().isInFiles() ? version.content().bytes() : null)
                .with("checks", verdicts, VersionJson::verdict);
    }

    private static String actionName(PlannedAction action) {
        return switch (action) {
            case PlannedAction.Compute _ -> "COMPUTE";
            case PlannedAction.ComputeUnlessInputsComeOutEqual _ -> "COMPUTE_UNLESS_INPUTS_EQUAL";
            case PlannedAction.Check _ -> "CHECK";
            case PlannedAction.Skip _ -> "SKIP";
        };
    }

    static String reasonName(Reason reason) {
        return switch (reason) {
            case Reason.Missing _ -> "MISSING";
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
            case Reason.Blocked _ -> "BLOCKED";
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

    /// Whether the plan met a result that was rejected before and would be again.
    static boolean meetsRejection(RunPlan plan) {
        return plan.steps().stream()
                .map(PlannedStep::action)
                .anyMatch(action -> action instanceof PlannedAction.Skip(Reason.RejectionStands _));
    }

    /// Whether the plan refused to read what is tainted.
    static boolean refusesTainted(RunPlan plan) {
        return plan.steps().stream()
                .map(PlannedStep::action)
                .anyMatch(action -> action instanceof PlannedAction.Skip(Reason.InputTainted _));
    }
}
