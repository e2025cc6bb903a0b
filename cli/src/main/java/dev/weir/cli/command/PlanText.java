package dev.weir.cli.command;

import dev.weir.assets.graph.AssetGraph;
import dev.weir.checks.Verdict;
import dev.weir.cli.output.Quantity;
import dev.weir.cli.output.Screen;
import dev.weir.cli.output.Style;
import dev.weir.cli.output.TextTable;
import dev.weir.lineageui.json.JsonObject;
import dev.weir.lineageui.view.Estimate;
import dev.weir.lineageui.view.PlaceText;
import dev.weir.lineageui.view.PlanJson;
import dev.weir.lineageui.view.PlanView;
import dev.weir.lineageui.view.PlanView.Likeness;
import dev.weir.lineageui.view.VersionJson;
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
import java.util.Optional;

/// A plan, for people and for programs.
final class PlanText {
    private final Names names;
    private final ReasonText reasons;
    private final AssetGraph graph;
    private final PlanJson json;

    PlanText(AssetGraph graph) {
        this.graph = graph;
        json = new PlanJson(graph);
        names = new Names(graph);
        reasons = new ReasonText(names);
    }

    void print(RunPlan plan, Screen screen) {
        print(plan, Optional.empty(), screen);
    }

    /// @param estimate of what it would take
    void print(RunPlan plan, Optional<Estimate> estimate, Screen screen) {
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
                                + json.condition(line.asset(), line.first())
                                        .map(condition -> "; runs if " + condition.name())
                                        .orElse(""));
            }
            table.print(screen);
            screen.line();
            screen.line(Quantity.of(plan.steps().size(), "step") + reused(plan) + ".");
            estimate.filter(Estimate::isKnown).map(PlanText::taking).ifPresent(screen::line);
        }
        printNotes(plan, screen);
    }

    /// `About 3 m 20 s and 1.2 GiB, as the last runs went; 4 steps have no history.`
    private static String taking(Estimate estimate) {
        int unknown = estimate.stepsWithoutHistory();
        return "About " + Quantity.duration(estimate.duration())
                + (estimate.bytes() == 0 ? "" : " and " + Quantity.bytes(estimate.bytes()))
                + ", as the last runs went"
                + (unknown == 0 ? "" : "; " + Quantity.of(unknown, "step") + (unknown == 1 ? " has" : " have") + " no history")
                + ".";
    }

    private String place(PlanView.Line line) {
        String place = line.first() instanceof PlannedAction.Compute ? PlaceText.of(graph.asset(line.asset())) : "";
        return place.isEmpty() ? "" : " " + place;
    }

    static void printNotes(RunPlan plan, Screen screen) {
        printNotes(plan.notes(), screen);
    }

    static void printNotes(List<String> notes, Screen screen) {
        notes.forEach(note -> screen.line(screen.paint(Style.YELLOW, "note") + "  " + note));
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
        return json.of(plan);
    }

    JsonObject json(RunPlan plan, Estimate estimate) {
        return json.of(plan, Integer.MAX_VALUE, estimate);
    }

    JsonObject step(PlannedStep step) {
        return json.step(step);
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
