package dev.weir.cli.command;

import dev.weir.cli.argument.Arguments;
import dev.weir.cli.argument.Syntax;
import dev.weir.cli.output.Answer;
import dev.weir.cli.run.Recording;
import dev.weir.cli.wiring.Session;
import dev.weir.cli.wiring.Workspace;
import dev.weir.materializer.plan.CheckPlanner;
import dev.weir.materializer.plan.RunPlan;
import dev.weir.materializer.run.Asked;
import dev.weir.materializer.run.RunReport;
import dev.weir.materializer.run.Runs;
import dev.weir.materializer.version.Names;
import java.util.List;
import java.util.Optional;

/// `weir check`: runs the checks as they are now over what is published, and computes nothing.
final class CheckCommand implements Command {

    @Override
    public Syntax syntax() {
        return PlanOptions.addForChecks(
                        Syntax.of("check", "Runs the checks over what is published", Selection.WORDS))
                .example("weir check daily_delays --partition 2013-01-15");
    }

    @Override
    public Again again(Arguments arguments) {
        return Again.GOES_ON;
    }

    @Override
    public Answer run(Arguments arguments, Session session) {
        Workspace workspace = session.workspace();
        RunPlan asked = plan(arguments, session);
        PlanOptions.confirm(asked, arguments);
        Names names = new Names(workspace.graph());
        PlanText text = new PlanText(workspace.graph());
        if (asked.steps().isEmpty()) {
            return new Checked(asked, List.of(), Optional.empty(), Checked.Interruption.NONE, names, text);
        }
        workspace.prepareToWrite();
        Asked words = Asked.typed("weir " + String.join(" ", session.words()));
        RunPlan plan = workspace.inTurn(asked, () -> plan(arguments, session), words);
        if (plan.steps().isEmpty()) {
            return new Checked(plan, List.of(), Optional.empty(), Checked.Interruption.NONE, names, text);
        }
        Recording recording = new Recording(true);
        Runs.Handle handle = workspace.begin(plan, words, PlanOptions.parallel(arguments), recording);
        session.context().interruption().watch(handle);
        RunReport report = handle.await();
        Checked.Interruption interruption = session.context().interruption().isInterrupted()
                ? Checked.Interruption.BY_THE_USER
                : Checked.Interruption.NONE;
        return new Checked(plan, recording.results(), Optional.of(new Checked.Ended(handle.id(), report)), interruption, names, text);
    }

    private static RunPlan plan(Arguments arguments, Session session) {
        return new CheckPlanner(session.workspace().definitions(), session.workspace().versions())
                .plan(PlanOptions.request(arguments, session));
    }
}
