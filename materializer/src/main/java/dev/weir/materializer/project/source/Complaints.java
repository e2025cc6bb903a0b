package dev.weir.materializer.project.source;

import dev.weir.assets.problem.Problem;
import dev.weir.assets.problem.ProblemCode;
import dev.weir.assets.problem.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticListener;
import javax.tools.JavaFileObject;

/// Says what javac complains about as it stands in the author's own file: file and line, the line itself, and a caret
/// under the place.
final class Complaints implements DiagnosticListener<JavaFileObject> {

    private final String fileName;
    private final SourceText text;
    private final List<Problem> problems = new ArrayList<>();

    Complaints(String fileName, SourceText text) {
        this.fileName = fileName;
        this.text = text;
    }

    List<Problem> problems() {
        return problems;
    }

    @Override
    public void report(Diagnostic<? extends JavaFileObject> diagnostic) {
        if (diagnostic.getKind() != Diagnostic.Kind.ERROR) {
            return;
        }
        String[] lines = SimpleNames.in(diagnostic.getMessage(Locale.ROOT)).split("\\R", 2);
        String rest = lines.length > 1 ? "\n" + lines[1] : "";
        JavaFileObject source = diagnostic.getSource();
        if (source == null || diagnostic.getPosition() == Diagnostic.NOPOS) {
            add("%s: %s%s".formatted(fileName, lines[0], rest), new Subject.Project());
        } else if (source instanceof StringSource) {
            addAt(text.originalPlace(diagnostic.getPosition()), lines[0], rest);
        } else {
            add(
                    "%s: in generated %s:%d: %s%s"
                            .formatted(fileName, source.getName(), diagnostic.getLineNumber(), lines[0], rest),
                    new Subject.Project());
        }
    }

    /// @param place in the original text
    void report(int place, String message) {
        addAt(place, message, "");
    }

    private void add(String message, Subject subject) {
        problems.add(new Problem(ProblemCode.SOURCE_DOES_NOT_COMPILE, message, subject));
    }

    private void addAt(int place, String first, String rest) {
        String original = text.original();
        int start = original.lastIndexOf('\n', place - 1) + 1;
        int end = original.indexOf('\n', start);
        String line = original.substring(start, end < 0 ? original.length() : end).stripTrailing();
        int number = (int) original.substring(0, start).chars().filter(c -> c == '\n').count() + 1;
        // Tabs stay, so that the caret stands under its place however wide they are shown.
        String indent = original.substring(start, place).replaceAll("[^\t]", " ");
        add(
                "%s:%d: %s\n%s\n%s^%s".formatted(fileName, number, first, line, indent, rest),
                new Subject.OfSource(fileName, number, place - start + 1, first + rest));
    }
}
