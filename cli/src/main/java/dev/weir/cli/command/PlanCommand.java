package dev.weir.cli.command;

import dev.weir.cli.argument.Arguments;
import dev.weir.cli.argument.Syntax;
import dev.weir.cli.output.Answer;
import dev.weir.cli.output.Screen;
import dev.weir.cli.wiring.Session;
import dev.weir.cli.wiring.Workspace;
import dev.weir.lineageui.view.Estimate;
import dev.weir.materializer.plan.RunPlan;
import java.util.Optional;
import java.util.OptionalInt;

/// `weir plan`: what `weir materialize` would do, and why.
final class PlanCommand implements Command {

    @Override
    public Syntax syntax() {
        return PlanOptions.add(Syntax.of(
                        "plan", "Shows what materialize would do and why, without doing it", Selection.WORDS))
                .example("weir plan --partition 2013-01-15");
    }

    @Override
    public Answer run(Arguments arguments, Session session) {
        OptionalInt parallel = PlanOptions.parallel(arguments);
        Workspace workspace = session.workspace();
        workspace.requireMemory();
        RunPlan plan = PlanOptions.plan(arguments, session);
        Estimate estimate = Estimate.of(plan, workspace.runs(), workspace.parallel(parallel));
        return new Planned(plan, estimate, new PlanText(workspace.graph()));
    }

    private record Planned(RunPlan plan, Estimate estimate, PlanText text) implements Answer {
        @Override
        public void print(Screen screen) {
            text.print(plan, Optional.of(estimate), screen);
        }

        @Override
        public Object json() {
            return text.json(plan, estimate);
        }
    }
}
