package dev.weir.cli.command;

import dev.weir.cli.argument.Arguments;
import dev.weir.cli.argument.Syntax;
import dev.weir.cli.output.Answer;
import dev.weir.cli.output.Screen;
import dev.weir.cli.wiring.Session;
import dev.weir.materializer.plan.RunPlan;

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
        RunPlan plan = PlanOptions.plan(arguments, session);
        return new Planned(plan, new PlanText(session.workspace().graph()));
    }

    private record Planned(RunPlan plan, PlanText text) implements Answer {
        @Override
        public void print(Screen screen) {
            text.print(plan, screen);
        }

        @Override
        public Object json() {
            return text.json(plan);
        }
    }
}
