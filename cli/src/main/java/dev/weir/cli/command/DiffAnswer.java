package dev.weir.cli.command;

import dev.weir.cli.output.Answer;
import dev.weir.cli.output.Screen;
import dev.weir.cli.output.Style;
import dev.weir.lineageui.json.JsonObject;

/// What differs between two versions.
interface DiffAnswer extends Answer {

    /// The versions, as people name them.
    record Sides(String before, String after) {
        void print(Screen screen) {
            screen.line(screen.paint(Style.BOLD, before + " → " + after));
            screen.line();
        }

        JsonObject json() {
            return new JsonObject().with("before", before).with("after", after);
        }
    }

    /// What decides on the exit status.
    enum Exit {
        ALWAYS_ZERO,
        BY_DIFFERENCE
    }

    Exit exit();

    boolean isSame();

    @Override
    default int exitStatus() {
        return exit() == Exit.BY_DIFFERENCE && !isSame() ? 1 : 0;
    }

    /// They hold the same.
    record Same(Sides sides) implements DiffAnswer {
        @Override
        public Exit exit() {
            return Exit.ALWAYS_ZERO;
        }

        @Override
        public boolean isSame() {
            return true;
        }

        @Override
        public void print(Screen screen) {
            sides.print(screen);
            screen.line("Their data is the same.");
        }

        @Override
        public Object json() {
            return sides.json().with("same", true);
        }
    }
}
