package dev.weir.cli.command;

import dev.weir.cli.argument.Arguments;
import dev.weir.cli.argument.Syntax;
import dev.weir.cli.argument.Syntax.Words;
import dev.weir.cli.output.Answer;
import dev.weir.cli.wiring.Session;

/// `weir run retry`: does again what failed in a run that has ended, and what waited for that.
final class RunRetryCommand implements Command {

    @Override
    public Syntax syntax() {
        return Syntax.of(
                        "run retry",
                        "Does again what failed in a run that has ended, and what waited for that",
                        Words.one("RUN", ReferenceWords.RUN))
                .with(PlanOptions.PARALLEL, PlanOptions.YES, Materializing.VERBOSE)
                .example("weir run retry latest");
    }

    @Override
    public Again again(Arguments arguments) {
        return Again.GOES_ON;
    }

    @Override
    public Answer run(Arguments arguments, Session session) {
        return new GoingOn(session, arguments, EarlierRun.RETRY).run();
    }
}
