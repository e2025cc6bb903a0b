package dev.weir.cli.command;

import dev.weir.cli.argument.Arguments;
import dev.weir.cli.argument.Syntax;
import dev.weir.cli.argument.Syntax.Words;
import dev.weir.cli.output.Answer;
import dev.weir.cli.wiring.Session;

/// `weir run resume` and `weir run retry`.
record GoOnCommand(GoOn how) implements Command {

    @Override
    public Syntax syntax() {
        return Syntax.of("run " + how.word(), how.help(), Words.one("RUN", ReferenceWords.RUN))
                .with(PlanOptions.PARALLEL, PlanOptions.YES, Materializing.VERBOSE)
                .example("weir run " + how.word() + " latest");
    }

    @Override
    public Again again(Arguments arguments) {
        return Again.GOES_ON;
    }

    @Override
    public Answer run(Arguments arguments, Session session) {
        return new GoingOn(session, arguments, how).run();
    }
}
