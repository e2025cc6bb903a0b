package dev.weir.cli.command;

import dev.weir.checks.CheckSeverity;
import dev.weir.checks.Verdict;
import dev.weir.cli.output.Answer;
import dev.weir.cli.output.Quantity;
import dev.weir.cli.output.Screen;
import dev.weir.cli.output.Style;
import dev.weir.cli.output.TextTable;
import dev.weir.cli.output.VerdictText;
import dev.weir.lineageui.json.JsonObject;
import dev.weir.materializer.plan.RunPlan;
import dev.weir.materializer.publish.StepResult;
import dev.weir.materializer.run.RunReport;
import dev.weir.materializer.run.RunStatus;
import dev.weir.materializer.version.Names;
import dev.weir.materializer.version.RunId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// What `weir check` found.
///
/// @param ended nothing if nothing that was asked for is published and has a check
record Checked(
        RunPlan plan,
        List<StepResult> results,
        Optional<Ended> ended,
        Interruption interruption,
        Names names,
        PlanText text)
        implements Answer {

    /// How the run of the checks ended.
    record Ended(RunId run, RunReport report) {}

    /// Whether somebody asked the run to stop.
    enum Interruption {
        NONE,
        BY_THE_USER
    }

    Checked {
        results = results.stream()
                .sorted(Comparator.comparing(StepResult::target))
                .toList();
    }

    @Override
    public int exitStatus() {
        if (interruption == Interruption.BY_THE_USER) {
            return 130;
        }
        if (ended.isPresent() && ended.get().report().status() != RunStatus.SUCCEEDED && tainted() == 0) {
            return 1;
        }
        if (results.stream().anyMatch(StepResult.Failed.class::isInstance)) {
            return 1;
        }
        return tainted() > 0 ? 3 : 0;
    }

    private long tainted() {
        return audited().stream().filter(audit -> !audit.taint().isEmpty()).count();
    }

    private List<StepResult.Audited> audited() {
        return results.stream()
                .filter(StepResult.Audited.class::isInstance)
                .map(StepResult.Audited.class::cast)
                .toList();
    }

    @Override
    public void print(Screen screen) {
        if (ended.isEmpty()) {
            screen.line("Nothing that was asked for is published and has a check.");
            PlanText.printNotes(plan, screen);
            return;
        }
        TextTable table = TextTable.of("", "partition", "check", "found");
        for (StepResult.Audited audit : audited()) {
            for (Verdict verdict : audit.verdicts()) {
                table.row(
                        mark(verdict), names.of(audit.target()), verdict.check().name(), VerdictText.found(verdict));
            }
        }
        table.print(screen);
        screen.line();
        printWrongRows(screen);
        printFailures(screen);
        screen.line(screen.paint(exitStatus() == 0 ? Style.GREEN : Style.RED, sum()));
        if (tainted() > 0) {
            screen.line("What is tainted stays what readers see, and no asset reads it, until it passes or a new"
                    + " version takes its place.");
        }
        PlanText.printNotes(plan, screen);
    }

    private static Object mark(Verdict verdict) {
        if (verdict.result().passed()) {
            return TextTable.cell(Style.GREEN, "✓");
        }
        return verdict.severity() == CheckSeverity.ERROR
                ? TextTable.cell(Style.RED, "✗")
                : TextTable.cell(Style.YELLOW, "!");
    }

    private void printWrongRows(Screen screen) {
        for (StepResult.Audited audit : audited()) {
            for (Verdict verdict : audit.verdicts()) {
                if (!verdict.result().passed() && !verdict.result().sample().isEmpty()) {
                    screen.line("%s %s: %s"
                            .formatted(names.of(audit.target()), verdict.check().name(), verdict.description()));
                    VerdictText.printSample(verdict, "    ", screen);
                    screen.line();
                }
            }
        }
    }

    private void printFailures(Screen screen) {
        for (StepResult result : results) {
            if (result instanceof StepResult.Failed failed) {
                screen.line(screen.paint(Style.RED, "✗ " + names.of(failed.target()) + " failed: " + failed.problem()));
            }
        }
    }

    private String sum() {
        long failed = results.stream().filter(StepResult.Failed.class::isInstance).count();
        String sum = Quantity.of(audited().size(), "version") + " checked";
        sum = tainted() == 0 ? sum : sum + ", " + Quantity.count(tainted()) + " tainted";
        return (failed == 0 ? sum : sum + ", " + Quantity.count(failed) + " failed") + ".";
    }

    @Override
    public Object json() {
        return new JsonObject()
                .with("run", ended.map(Ended::run))
                .with("status", ended.map(end -> end.report().status()))
                .with("checked", audited().size())
                .with("tainted", tainted())
                .with("notes", plan.notes())
                .with("steps", results, text::result);
    }
}
