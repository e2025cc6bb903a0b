package dev.weir.cli.command;

import dev.weir.assets.problem.ProblemKind;
import dev.weir.cli.output.Answer;
import dev.weir.cli.output.Quantity;
import dev.weir.cli.output.Screen;
import dev.weir.cli.output.Style;
import dev.weir.cli.run.Recording;
import dev.weir.lineageui.json.JsonObject;
import dev.weir.materializer.plan.PlannedAction;
import dev.weir.materializer.plan.PlannedStep;
import dev.weir.materializer.plan.Reason;
import dev.weir.materializer.plan.RunPlan;
import dev.weir.materializer.run.RunReport;
import dev.weir.materializer.run.RunStatus;
import dev.weir.materializer.version.AssetPartition;
import dev.weir.materializer.version.RunId;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// How `weir materialize` ended. What became of each step was printed as it happened; this is the sum.
///
/// @param ended nothing if the plan had no step
/// @param goesOn the command that does the rest where somebody interrupted it
record Materialized(RunPlan plan, Optional<Ended> ended, PlanText text, String goesOn) implements Answer {

    /// @param took from the start of the command
    /// @param busy for how long at least one step was at work
    /// @param interrupted whether the user asked the run to stop
    /// @param recording with the results where a program asked for them
    /// @param log what the steps have written down, if anything
    record Ended(
            RunId run,
            RunReport report,
            Duration took,
            Duration busy,
            boolean interrupted,
            Recording recording,
            Optional<Path> log) {}

    private static final int INTERRUPTED = 130;
    private static final int STEP_FAILED = 1;
    private static final int CHECK_FAILED = 3;
    private static final int REFUSED = ProblemKind.REFUSED.exitStatus();

    @Override
    public int exitStatus() {
        if (ended.isPresent()) {
            RunReport report = ended.get().report();
            if (ended.get().interrupted()) {
                return INTERRUPTED;
            }
            if (!report.failed().isEmpty() || (report.status() != RunStatus.SUCCEEDED && report.rejected().isEmpty())) {
                return STEP_FAILED;
            }
            if (!report.rejected().isEmpty() || ended.get().recording().tainted() > 0) {
                return CHECK_FAILED;
            }
        }
        if (PlanText.meetsRejection(plan)) {
            return CHECK_FAILED;
        }
        return PlanText.refusesTainted(plan) ? REFUSED : 0;
    }

    @Override
    public void print(Screen screen) {
        if (ended.isEmpty()) {
            text.print(plan, screen);
            return;
        }
        RunReport report = ended.get().report();
        screen.line();
        screen.line(screen.paint(exitStatus() == 0 ? Style.GREEN : Style.RED, counts(ended.get())) + PlanText.reused(plan)
                + ". " + times(ended.get()));
        PlanText.printNotes(plan, screen);
        if (isNothingMade(ended.get())) {
            blocked().ifPresent(first -> screen.line(
                    "Nothing was made, as all was skipped: weir why %s says what is behind it.".formatted(text.name(first))));
        }
        report.problem().filter(_ -> !ended.get().interrupted()).ifPresent(problem -> screen.line("The run ended early: " + problem));
        if (ended.get().interrupted()) {
            screen.line("Interrupted: what is published stays, nothing is half done, and %s goes on from here.".formatted(goesOn));
        }
        if (!report.failed().isEmpty()) {
            ended.get().log().ifPresent(log -> screen.line("What was thrown stands in full in " + log + "."));
        }
        if (!report.rejected().isEmpty()) {
            screen.line("What was rejected is kept aside: weir show %s --rejected shows it."
                    .formatted(text.name(report.rejected().getFirst().target())));
        }
    }

    private static boolean isNothingMade(Ended ended) {
        RunReport report = ended.report();
        return report.published() == 0
                && report.rejected().isEmpty()
                && report.failed().isEmpty()
                && ended.recording().audited() == 0
                && !ended.interrupted();
    }

    // Where a condition does not hold nothing is wrong.
    private Optional<AssetPartition> blocked() {
        return plan.steps().stream()
                .filter(step -> step.action() instanceof PlannedAction.Skip(Reason reason) && !reason.isByCondition())
                .map(PlannedStep::target)
                .findFirst();
    }

    private static String counts(Ended ended) {
        RunReport report = ended.report();
        List<String> counts = new ArrayList<>();
        counts.add(Quantity.count(report.published()) + " published");
        add(counts, ended.recording().audited(), "checked again");
        add(counts, ended.recording().tainted(), "tainted");
        add(counts, report.rejected().size(), "rejected");
        add(counts, report.failed().size(), "failed");
        add(counts, report.skipped(), "skipped");
        return String.join(", ", counts);
    }

    private static void add(List<String> counts, int number, String word) {
        if (number > 0) {
            counts.add(Quantity.count(number) + " " + word);
        }
    }

    private static String times(Ended ended) {
        return "%s, of which Weir's own %s."
                .formatted(Quantity.duration(ended.took()), Quantity.duration(ended.took().minus(ended.busy())));
    }

    @Override
    public JsonObject json() {
        JsonObject json = new JsonObject()
                .with("run", ended.map(Ended::run))
                .with("status", ended.map(end -> end.report().status()))
                .with("planned_steps", plan.steps().size())
                .with("published", ended.map(end -> end.report().published()).orElse(0))
                .with("rejected", ended.map(end -> end.report().rejected().size()).orElse(0))
                .with("failed", ended.map(end -> end.report().failed().size()).orElse(0))
                .with("skipped", ended.map(end -> end.report().skipped()).orElse(0))
                .with("checked", ended.map(end -> end.recording().audited()).orElse(0))
                .with("reused", plan.reused().values().stream().mapToLong(Integer::longValue).sum())
                .with("problem", ended.flatMap(end -> end.report().problem()))
                .with("log", ended.flatMap(Ended::log).map(Path::toString))
                .with("notes", plan.notes());
        ended.ifPresent(end -> json.with("took_ms", end.took())
                .with("busy_ms", end.busy())
                .with("steps", end.recording().results(), text::result));
        return json;
    }
}
