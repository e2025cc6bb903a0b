package dev.weir.cli.output;

import dev.weir.assets.problem.Problem;
import dev.weir.assets.problem.Subject;
import java.util.List;

/// Prints problems for people. Where a place in a typed text is wrong, the text stands below with a caret under it.
public final class ProblemText {
    private static final String MARGIN = "    ";

    private ProblemText() {}

    public static void print(List<Problem> problems, Screen screen) {
        problems.forEach(problem -> print(problem, screen));
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
