package dev.weir.cli.command;

import dev.weir.cli.argument.Arguments;
import dev.weir.cli.argument.Syntax;
import dev.weir.cli.argument.Syntax.Words;
import dev.weir.cli.output.Answer;
import dev.weir.cli.wiring.Session;

/// `weir run resume`: does what a run that has ended left undone of what it was asked for.
final class RunResumeCommand implements Command {

    @Override
    public Syntax syntax() {
        return Syntax.of(
                        "run resume",
                        "Does what a run that has ended left undone of what it was asked for",
                        Words.one("RUN", ReferenceWords.RUN))
                .with(PlanOptions.PARALLEL, PlanOptions.YES, Materializing.VERBOSE)
                .example("weir run resume latest");
    }

    @Override
    public Again again(Arguments arguments) {
        return Again.GOES_ON;
    }

    @Override
    public Answer run(Arguments arguments, Session session) {
        return new GoingOn(session, arguments, EarlierRun.RESUME).run();
    }
}
