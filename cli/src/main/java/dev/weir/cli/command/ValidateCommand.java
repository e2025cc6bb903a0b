package dev.weir.cli.command;

import dev.weir.assets.AssetKey;
import dev.weir.assets.problem.Problem;
import dev.weir.assets.problem.WeirException;
import dev.weir.cli.argument.Arguments;
import dev.weir.cli.argument.Syntax;
import dev.weir.cli.argument.Syntax.Words;
import dev.weir.cli.output.Answer;
import dev.weir.cli.output.Quantity;
import dev.weir.cli.output.Screen;
import dev.weir.cli.output.Style;
import dev.weir.cli.wiring.Session;
import dev.weir.cli.wiring.Workspace;
import dev.weir.lineageui.json.JsonObject;
import java.util.List;

/// `weir validate`: whether all declarations hold together, without running anything.
final class ValidateCommand implements Command {

    @Override
    public Syntax syntax() {
        return Syntax.of("validate", "Looks for mistakes in the declarations without running anything", Words.NONE)
                .example("weir validate");
    }

    @Override
    public Answer run(Arguments arguments, Session session) {
        Workspace workspace = session.workspace();
        int checks = 0;
        for (AssetKey asset : workspace.graph().keys()) {
            checks += workspace.checksOf(asset).size();
        }
        List<Problem> wrong = Queries.problems(workspace);
        if (!wrong.isEmpty()) {
            throw new WeirException(wrong);
        }
        return new Valid(workspace.graph().size(), checks, Queries.count(workspace.graph()));
    }

    private record Valid(int assets, int checks, long queries) implements Answer {
        @Override
        public void print(Screen screen) {
            screen.line("%s %s, %s and %s hold together."
                    .formatted(
                            screen.paint(Style.GREEN, "✓"),
                            Quantity.of(assets, "asset"),
                            Quantity.of(checks, "check"),
                            queries == 1 ? "1 query" : Quantity.count(queries) + " queries"));
        }

        @Override
        public Object json() {
            return new JsonObject().with("assets", assets).with("checks", checks).with("queries", queries);
        }
    }
}
