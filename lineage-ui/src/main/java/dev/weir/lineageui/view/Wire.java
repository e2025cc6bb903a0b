package dev.weir.lineageui.view;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToIntFunction;

/// The edges that leave one box for the layer below: down from the box, across in a row, down into each target.
final class Wire {
    private final Box source;
    private final List<Box> targets;
    private final int from;
    private final int to;
    private final boolean straight;
    private int row;

    Wire(Box source, List<Box> targets, ToIntFunction<Box> entry) {
        this.source = source;
        this.targets = targets;
        int leftmost = targets.stream().mapToInt(entry).min().orElseThrow();
        int rightmost = targets.stream().mapToInt(entry).max().orElseThrow();
        from = Math.min(source.port(), leftmost);
        to = Math.max(source.port(), rightmost);
        straight = from == to;
    }

    /// Gives each wire a row, so that no two run over each other, and returns how many rows there are.
    static int assignRows(List<Wire> wires) {
        List<List<Wire>> rows = new ArrayList<>();
        for (Wire wire : wires.stream().sorted(Comparator.comparingInt(wire -> wire.from)).toList()) {
            if (wire.straight) {
                continue;
            }
            int row = 0;
            while (row < rows.size() && rows.get(row).stream().anyMatch(wire::runsOver)) {
                row++;
            }
            if (row == rows.size()) {
                rows.add(new ArrayList<>());
            }
            rows.get(row).add(wire);
            wire.row = row;
        }
        return rows.size();
    }

    int row() {
        return row;
    }

    /// Whether it only goes down.
    boolean isStraight() {
        return straight;
    }

    boolean leadsTo(Box box) {
        return targets.contains(box);
    }

    void drawAcross(Canvas canvas, int top) {
        if (!straight) {
            canvas.horizontal(top + row, from, to);
        }
    }

    void drawDown(Canvas canvas, int top) {
        if (straight) {
            return;
        }
        for (int above = 0; above < row; above++) {
            canvas.pass(top + above, source.port());
        }
        canvas.join(top + row, source.port(), Canvas.UP);
    }

    // Two wires may share a row where they only meet in the one box both lead to; with more targets it could not be told
    // which of them leads where.
    private boolean runsOver(Wire other) {
        boolean meetInOneTarget = (to == other.from || from == other.to)
                && targets.size() == 1
                && targets.equals(other.targets)
                && source.port() != other.to
                && source.port() != other.from
                && other.source.port() != to
                && other.source.port() != from;
        return !meetInOneTarget && from <= other.to && other.from <= to;
    }
}
