package dev.weir.cli.command;

import dev.weir.cli.argument.Arguments;
import dev.weir.cli.argument.Syntax;
import dev.weir.cli.argument.Syntax.Words;
import dev.weir.cli.output.Answer;
import dev.weir.cli.output.Moments;
import dev.weir.cli.output.Quantity;
import dev.weir.cli.output.Screen;
import dev.weir.cli.output.Style;
import dev.weir.cli.output.TextTable;
import dev.weir.cli.wiring.Session;
import dev.weir.cli.wiring.Workspace;
import dev.weir.lineageui.json.JsonObject;
import dev.weir.lineageui.view.RunJson;
import dev.weir.lineageui.view.RunReference;
import dev.weir.materializer.publish.StepResult.FailedAttempt;
import dev.weir.materializer.run.Run;
import dev.weir.materializer.run.StepRecord;
import dev.weir.materializer.run.StepState;
import dev.weir.materializer.version.Names;
import java.util.List;
import java.util.Locale;

/// `weir run show`: one run, step by step.
final class RunShowCommand implements Command {
    @Override
    public Syntax syntax() {
        return Syntax.of(
                        "run show",
                        "Shows what became of the steps of a run",
                        Words.one("RUN", ReferenceWords.RUN))
                .example("weir run show latest");
    }

    @Override
    public Answer run(Arguments arguments, Session session) {
        Workspace workspace = session.workspace();
        Run run = RunReference.find(arguments.words().getFirst(), workspace.runs());
        return new Shown(
                run,
                workspace.runs().stepsOf(run.id()),
                run.status().isFinal() ? workspace.runs().forgottenOf(run.id()) : 0,
                new Names(workspace.graph()),
                session.context().moments());
    }

    private record Shown(Run run, List<StepRecord> steps, long forgotten, Names names, Moments moments) implements Answer {
        @Override
        public void print(Screen screen) {
            screen.line(screen.paint(Style.BOLD, run.id().toString()) + "  "
                    + screen.paint(RunText.style(run.status()), RunText.label(run.status())));
            screen.line();
            new Facts()
                    .add("request", run.request())
                    .add("launched", RunText.launched(run))
                    .add("environment", run.environment())
                    .add("created", moments.of(run.createdAt()))
                    .add("took", RunText.took(run).map(Quantity::duration).orElse(""))
                    .add("commit", run.revision() == null ? "" : run.revision())
                    .add("problem", run.problem() == null ? "" : run.problem())
                    .add("steps", "%d planned, %d ended".formatted(run.planned(), steps.size() + forgotten)
                            + (forgotten == 0 ? "" : ", %d forgotten".formatted(forgotten)))
                    .print(screen);
            if (steps.isEmpty()) {
                return;
            }
            screen.line();
            TextTable table = TextTable.of("asset", "step", ">attempt", ">took", "why");
            for (StepRecord step : steps) {
                for (FailedAttempt attempt : step.timing().failedBefore()) {
                    table.row(
                            names.of(step.target()),
                            TextTable.cell(Style.DIM, "tried again"),
                            attempt.number(),
                            Quantity.duration(attempt.took()),
                            attempt.problem());
                }
                table.row(
                        names.of(step.target()),
                        TextTable.cell(style(step.state()), step.state().name().toLowerCase(Locale.ROOT)),
                        step.attempt(),
                        Quantity.duration(step.timing().took()),
                        step.detail() == null ? step.reason() : step.detail());
            }
            table.print(screen);
        }

        private static Style style(StepState state) {
            return switch (state) {
                case SUCCEEDED -> Style.GREEN;
                case REJECTED, FAILED -> Style.RED;
                case SKIPPED -> Style.DIM;
            };
        }

        @Override
        public Object json() {
            return new JsonObject().with("run", RunJson.of(run)).with("forgotten", forgotten).with("steps", steps, step -> RunJson.of(step, names));
        }
    }
}
