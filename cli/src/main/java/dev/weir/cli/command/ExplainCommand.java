package dev.weir.cli.command;

import dev.weir.assets.problem.DidYouMean;
import dev.weir.assets.problem.ProblemCode;
import dev.weir.assets.problem.WeirException;
import dev.weir.cli.argument.Arguments;
import dev.weir.cli.argument.Syntax;
import dev.weir.cli.argument.Syntax.Words;
import dev.weir.cli.output.Answer;
import dev.weir.cli.output.Screen;
import dev.weir.cli.output.Style;
import dev.weir.cli.output.TextTable;
import dev.weir.cli.wiring.Session;
import dev.weir.lineageui.json.JsonObject;
import dev.weir.lineageui.view.ProblemPage;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// `weir explain`: what a problem means and what to do about it, from the page that every Weir carries with it.
final class ExplainCommand implements Command {
    private static final Words WORDS =
            new Words("CODE", 0, 1, "The code of a problem, such as UNKNOWN_UPSTREAM; by default all are listed");

    @Override
    public Syntax syntax() {
        return Syntax.of("explain", "Explains a problem by its code", WORDS).example("weir explain UNKNOWN_UPSTREAM");
    }

    @Override
    public Answer run(Arguments arguments, Session session) {
        List<ProblemCode> codes = arguments.words().isEmpty()
                ? List.of(ProblemCode.values())
                : List.of(code(arguments.words().getFirst()));
        return new Explained(codes.stream().map(Explanation::of).toList());
    }

    private static ProblemCode code(String typed) {
        String name = typed.toUpperCase(Locale.ROOT).replace('-', '_');
        List<String> names = Stream.of(ProblemCode.values()).map(Enum::name).toList();
        if (!names.contains(name)) {
            String hint = DidYouMean.among(names).hint(name);
            throw new WeirException(
                    ProblemCode.USAGE,
                    "There is no problem %s.%s".formatted(typed, hint.isEmpty() ? " weir explain lists all codes." : hint));
        }
        return ProblemCode.valueOf(name);
    }

    private record Explained(List<Explanation> explanations) implements Answer {
        @Override
        public void print(Screen screen) {
            if (explanations.size() == 1) {
                Explanation only = explanations.getFirst();
                screen.line(screen.paint(Style.BOLD, only.code().name()));
                screen.line();
                screen.line(only.text().replaceAll("\\[([^]]+)]\\([^)]+\\)", "$1"));
                return;
            }
            TextTable table = TextTable.of("code", ">exit", "means");
            explanations.forEach(each ->
                    table.row(each.code(), each.code().kind().exitStatus(), each.inShort()));
            table.print(screen);
        }

        @Override
        public Object json() {
            return new JsonObject().with("explanations", explanations, Explained::json);
        }

        private static JsonObject json(Explanation explanation) {
            ProblemCode code = explanation.code();
            return new JsonObject()
                    .with("code", code)
                    .with("kind", code.kind())
                    .with("exit", code.kind().exitStatus())
                    .with("text", explanation.text())
                    .with("docs", ProblemPage.section(code));
        }
    }
}
