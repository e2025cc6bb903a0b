package dev.weir.cli.command;

import dev.weir.cli.output.Screen;
import dev.weir.cli.output.Style;
import dev.weir.lineageui.data.ValueDiffs;
import dev.weir.lineageui.data.ValueDiffs.Change;
import java.util.List;
import java.util.Map;

/// What differs between two versions that are values or files.
///
/// @param changes by the name of the file, or `value`
record ValueDiffAnswer(Sides sides, Exit exit, Map<String, Change> changes) implements DiffAnswer {
    private static final int MOST_LINES = 20;
    private static final int MOST_FILES = 50;
    private static final int LONGEST_LINE = 120;

    @Override
    public boolean isSame() {
        return changes.isEmpty();
    }

    @Override
    public void print(Screen screen) {
        sides.print(screen);
        changes.entrySet().stream().limit(MOST_FILES).forEach(entry -> print(entry.getKey(), entry.getValue(), screen));
        if (changes.size() > MOST_FILES) {
            screen.line("… and %,d more.".formatted(changes.size() - MOST_FILES));
        }
    }

    private static void print(String name, Change change, Screen screen) {
        String fact = change.before().equals(change.after()) ? "" : ": %s → %s".formatted(change.before(), change.after());
        screen.line("~ " + name + fact);
        change.lines().ifPresent(lines -> {
            print("- ", Style.RED, lines.removed(), screen);
            print("+ ", Style.GREEN, lines.added(), screen);
        });
    }

    private static void print(String mark, Style style, List<String> lines, Screen screen) {
        lines.stream()
                .limit(MOST_LINES)
                .map(line -> line.length() <= LONGEST_LINE ? line : line.substring(0, LONGEST_LINE - 1) + "…")
                .forEach(line -> screen.line("  " + screen.paint(style, mark + line.stripTrailing())));
        if (lines.size() > MOST_LINES) {
            screen.line("  %s… %,d more lines".formatted(mark, lines.size() - MOST_LINES));
        }
    }

    @Override
    public Object json() {
        return sides.json().with("same", isSame()).with("changes", ValueDiffs.json(changes));
    }
}
