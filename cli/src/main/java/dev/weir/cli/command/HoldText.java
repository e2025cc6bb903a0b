package dev.weir.cli.command;

import dev.weir.cli.output.Screen;
import dev.weir.cli.output.Style;
import dev.weir.materializer.version.Hold;
import dev.weir.materializer.version.Names;
import java.util.List;

/// What is held, for people and for programs.
final class HoldText {
    private static final int MOST_LINES = 5;

    private HoldText() {}

    /// Under what is said of the asset; nothing if nothing is held.
    static void print(List<Hold> holds, Names names, Screen screen) {
        if (!holds.isEmpty()) {
            screen.line();
        }
        for (Hold hold : holds.subList(0, Math.min(holds.size(), MOST_LINES))) {
            screen.line(screen.paint(Style.YELLOW, hold.describe(names)));
        }
        if (holds.size() > MOST_LINES) {
            screen.line("So it is with %d more of its partitions.".formatted(holds.size() - MOST_LINES));
        }
    }
}
