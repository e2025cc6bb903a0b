package dev.weir.cli.command;

import dev.weir.assets.problem.ProblemCode;
import dev.weir.assets.problem.WeirException;
import dev.weir.cli.argument.Arguments;
import dev.weir.cli.argument.Syntax;
import dev.weir.cli.argument.Syntax.Words;
import dev.weir.cli.output.Answer;
import dev.weir.cli.output.Moments;
import dev.weir.cli.output.Quantity;
import dev.weir.cli.output.Screen;
import dev.weir.cli.output.Style;
import dev.weir.cli.wiring.Session;
import dev.weir.cli.wiring.Workspace;
import dev.weir.cli.wiring.Workspace.Stopping;
import dev.weir.lineageui.json.JsonObject;
import dev.weir.lineageui.view.RunJson;
import dev.weir.lineageui.view.RunReference;
import dev.weir.materializer.run.Run;
import dev.weir.materializer.run.RunStatus;
import dev.weir.materializer.run.RunStore;
import dev.weir.materializer.run.StepCounts;
import java.util.List;

/// `weir run cancel`: ends a run at once, wherever it runs. Works also where the declarations are wrong.
final class RunCancelCommand implements Command {

    private static final String WHY = "it was cancelled with weir run cancel";

    @Override
    public Syntax syntax() {
        return Syntax.of(
                        "run cancel",
                        "Ends a run at once: nothing of it is published from then on",
                        Words.one("RUN", ReferenceWords.RUN))
                .example("weir run cancel latest");
    }

    @Override
    public Again again(Arguments arguments) {
        return Again.GOES_ON;
    }

    @Override
    public Answer run(Arguments arguments, Session session) {
        Workspace workspace = session.workspace();
        RunStore runs = workspace.recordedRuns();
        Run run = RunReference.find(arguments.words().getFirst(), runs);
        Moments moments = session.context().moments();
        if (run.status().isFinal()) {
            throw ended(run, moments);
        }
        Stopping stopping = workspace
                .cancel(run.id(), WHY)
                .orElseThrow(() -> ended(runs.find(run.id()).orElse(run), moments));
        Run cancelled = runs.find(run.id()).orElse(run);
        StepCounts counts = runs.countSteps(List.of(run.id())).getOrDefault(run.id(), StepCounts.NONE);
        return new Cancelled(run.status(), cancelled, counts, stopping);
    }

    private static WeirException ended(Run run, Moments moments) {
        return new WeirException(
                ProblemCode.RUN_REFUSED,
                "Run %s cannot be cancelled any more: %s.".formatted(run.id(), RunText.ended(run, moments)));
    }

    /// @param was what it was before
    private record Cancelled(RunStatus was, Run run, StepCounts counts, Stopping stopping) implements Answer {

        @Override
        public void print(Screen screen) {
            screen.line("%s Run %s is cancelled, and nothing of it is published from now on. %s"
                    .formatted(screen.paint(Style.GREEN, "✓"), run.id(), before()));
            if (was == RunStatus.RUNNING) {
                screen.line(
                        switch (stopping) {
                            case AT_ONCE -> "What it is at is stopped now, with the processes it has started.";
                            case WITH_ITS_HEARTBEAT ->
                                "Its process, if it still lives, stops what it is at within 8 seconds, with the processes it has started.";
                        });
            }
        }

        private String before() {
            return was == RunStatus.QUEUED
                    ? "It had not begun."
                    : "%s of %s had succeeded.".formatted(
                            Quantity.count(counts.succeeded()), Quantity.of(run.planned(), "step"));
        }

        @Override
        public Object json() {
            return new JsonObject()
                    .with("run", RunJson.of(run, counts))
                    .with("was", was)
                    .with("stops", stopping);
        }
    }
}
