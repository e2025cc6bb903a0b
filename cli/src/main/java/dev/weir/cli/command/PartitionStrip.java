package dev.weir.cli.command;

import dev.weir.assets.AssetKey;
import dev.weir.cli.output.Screen;
import dev.weir.lineageui.view.PartitionsView;
import dev.weir.lineageui.view.PartitionsView.State;
import dev.weir.materializer.version.Names;
import dev.weir.partitions.PartitionSet;

/// All partitions of an asset as one line of characters, from the first to the last. Where there are more partitions
/// than columns, a character stands for several and shows the one that most needs a look.
final class PartitionStrip {
    private final PartitionsView view;

    PartitionStrip(PartitionsView view) {
        this.view = view;
    }

    void print(int width, Names names, AssetKey asset, Screen screen) {
        PartitionSet all = view.all();
        int first = all.first();
        long span = (long) all.last() - first + 1;
        int columns = (int) Math.min(width, span);
        StringBuilder strip = new StringBuilder();
        for (int column = 0; column < columns; column++) {
            int from = (int) (first + span * column / columns);
            int to = (int) (first + span * (column + 1) / columns) - 1;
            strip.append(character(PartitionSet.range(from, to), screen));
        }
        screen.line(strip.toString());
        String left = names.keysOf(asset, PartitionSet.of(all.first()));
        String right = names.keysOf(asset, PartitionSet.of(all.last()));
        screen.line(left + " ".repeat(Math.max(1, columns - left.length() - right.length())) + right);
    }

    private String character(PartitionSet range, Screen screen) {
        if (!view.in(State.REJECTED).intersection(range).isEmpty()) {
            return screen.paint(PartitionsCommand.style(State.REJECTED), "✗");
        }
        if (!view.in(State.TAINTED).intersection(range).isEmpty()) {
            return screen.paint(PartitionsCommand.style(State.TAINTED), "!");
        }
        int published = view.in(State.PUBLISHED).intersection(range).size();
        if (published == 0 && !view.in(State.SKIPPED).intersection(range).isEmpty()) {
            return screen.paint(PartitionsCommand.style(State.SKIPPED), "–");
        }
        if (published == 0) {
            return screen.paint(PartitionsCommand.style(State.MISSING), "·");
        }
        boolean complete = view.in(State.MISSING).intersection(range).isEmpty();
        return screen.paint(PartitionsCommand.style(State.PUBLISHED), complete ? "█" : "▒");
    }
}
