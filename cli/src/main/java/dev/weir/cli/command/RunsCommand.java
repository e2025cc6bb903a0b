package dev.weir.cli.command;

import dev.weir.assets.problem.ProblemCode;
import dev.weir.assets.problem.WeirException;
import dev.weir.cli.argument.Arguments;
import dev.weir.cli.argument.Option;
import dev.weir.cli.argument.Syntax;
import dev.weir.cli.argument.Syntax.Words;
import dev.weir.cli.output.Answer;
import dev.weir.cli.output.Moments;
import dev.weir.cli.output.Quantity;
import dev.weir.cli.output.Screen;
import dev.weir.cli.output.Style;
import dev.weir.cli.output.TextTable;
import dev.weir.cli.wiring.Session;
import dev.weir.lineageui.json.JsonObject;
import dev.weir.lineageui.view.RunJson;
import dev.weir.materializer.run.Run;
import java.util.List;

/// `weir runs`: what was run lately.
final class RunsCommand implements Command {
    private static final Option LIMIT = Option.value("--limit", "N", "How many; by default 20");

    @Override
    public Syntax syntax() {
        return Syntax.of("runs", "Lists the newest runs", Words.NONE).with(LIMIT).example("weir runs --limit 5");
    }

    @Override
    public Answer run(Arguments arguments, Session session) {
        String limit = arguments.value(LIMIT).orElse("20");
        if (!limit.matches("[1-9][0-9]{0,8}")) {
            throw new WeirException(
                    ProblemCode.USAGE, "--limit is '%s': write how many runs, 1 or more.".formatted(limit));
        }
        return new Runs(
                session.workspace().runs().latest(Integer.parseInt(limit)),
                session.context().moments());
    }

    private record Runs(List<Run> runs, Moments moments) implements Answer {
        @Override
        public void print(Screen screen) {
            if (runs.isEmpty()) {
                screen.line("Nothing has been run yet.");
                return;
            }
            TextTable table = TextTable.of("run", "status", "created", ">took", ">steps", "environment", "request");
            for (Run run : runs) {
                table.row(
                        TextTable.cell(Style.BOLD, RunText.shortId(run.id())),
                        TextTable.cell(RunText.style(run.status()), RunText.label(run.status())),
                        moments.of(run.createdAt()),
                        RunText.took(run).map(Quantity::duration).orElse(""),
                        Quantity.count(run.planned()),
                        run.environment(),
                        run.request());
            }
            table.print(screen);
        }

        @Override
        public Object json() {
            return new JsonObject().with("runs", runs, RunJson::of);
        }
    }
}
