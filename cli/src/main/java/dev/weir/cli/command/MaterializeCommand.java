package dev.weir.cli.command;

import dev.weir.cli.argument.Arguments;
import dev.weir.cli.argument.Syntax;
import dev.weir.cli.output.Answer;
import dev.weir.cli.wiring.Session;
import dev.weir.materializer.run.CommandText;
import java.util.ArrayList;
import java.util.List;

/// `weir materialize`: computes what is missing or stale, checks it and publishes it.
final class MaterializeCommand implements Command {

    private static final String GOES_ON = "weir materialize";

    @Override
    public Syntax syntax() {
        return PlanOptions.add(Syntax.of(
                        "materialize",
                        "Computes what is missing or out of date, checks it and publishes it",
                        Selection.WORDS))
                .with(Materializing.VERBOSE)
                .example("weir materialize --partition 2013-01-15")
                .example("weir materialize daily_delays --partition 2013-01-01..2013-01-31 --parallel 4");
    }

    @Override
    public Again again(Arguments arguments) {
        return arguments.has(PlanOptions.FORCE) ? Again.DOES_MORE : Again.GOES_ON;
    }

    @Override
    public Answer run(Arguments arguments, Session session) {
        return new Materializing(session, arguments, PlanOptions.parallel(arguments))
                .run(() -> PlanOptions.plan(arguments, session), CommandText.of(words(session)), GOES_ON);
    }

    private static List<String> words(Session session) {
        List<String> words = new ArrayList<>(List.of("weir"));
        words.addAll(session.words());
        return words;
    }
}
