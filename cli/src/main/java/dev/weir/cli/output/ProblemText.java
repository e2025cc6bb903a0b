package dev.weir.cli.output;

import dev.weir.assets.problem.Problem;
import dev.weir.assets.problem.ProblemCode;
import dev.weir.assets.problem.Subject;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// Prints problems for people. Where a place in a typed text is wrong, the text stands below with a caret under it. A
/// terminal is also told where to read more.
public final class ProblemText {
    private static final String MARGIN = "    ";

    private ProblemText() {}

    public static void print(List<Problem> problems, Screen screen) {
        problems.forEach(problem -> print(problem, screen));
        if (screen.isTerminal()) {
            Set<ProblemCode> codes = new TreeSet<>();
            problems.forEach(problem -> codes.add(problem.code()));
            codes.forEach(code -> screen.line(screen.paint(Style.DIM, "weir explain %s says more.".formatted(code))));
        }
        screen.flush();
    }

    private static void print(Problem problem, Screen screen) {
        screen.line(screen.paint(Style.RED, "weir: ") + problem.message());
        if (problem.subject() instanceof Subject.OfText(var text, var position)) {
            screen.line(MARGIN + text.replaceAll("\\p{Cntrl}", " "));
            screen.line(MARGIN + " ".repeat(text.codePointCount(0, position)) + screen.paint(Style.RED, "^"));
        }
    }
}
