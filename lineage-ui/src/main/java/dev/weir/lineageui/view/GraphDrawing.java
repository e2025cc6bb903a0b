package dev.weir.lineageui.view;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// A graph as boxes and lines of characters, upstream above downstream. For graphs that fit a screen.
public final class GraphDrawing {
    private static final int BOX_HEIGHT = 3;

    private final List<List<Box>> layers;
    private final Canvas canvas;

    private GraphDrawing(List<List<Box>> layers) {
        this.layers = layers;
        canvas = new Canvas(layers.stream()
                .flatMap(List::stream)
                .mapToInt(box -> box.left + box.width())
                .max()
                .orElse(0));
    }

    public static String of(GraphView view) {
        List<List<Box>> layers = Layers.of(view);
        Columns.place(layers);
        GraphDrawing drawing = new GraphDrawing(layers);
        for (int layer = 0; layer < layers.size(); layer++) {
            if (layer > 0) {
                drawing.drawEdgesInto(layers.get(layer));
            }
            drawing.drawBoxes(layers.get(layer));
        }
        return drawing.canvas.toString();
    }

    private void drawBoxes(List<Box> layer) {
        int top = canvas.extend(BOX_HEIGHT);
        for (Box box : layer) {
            if (box.isPassage()) {
                for (int row = top; row < top + BOX_HEIGHT; row++) {
                    canvas.pass(row, box.left);
                }
                continue;
            }
            int right = box.left + box.width() - 1;
            canvas.horizontal(top, box.left, right);
            canvas.horizontal(top + 2, box.left, right);
            for (int side : new int[] {box.left, right}) {
                canvas.join(top, side, Canvas.DOWN);
                canvas.join(top + 1, side, Canvas.UP | Canvas.DOWN);
                canvas.join(top + 2, side, Canvas.UP);
            }
            canvas.text(top + 1, box.left + 2, box.label);
            if (!box.downstream.isEmpty()) {
                canvas.join(top + 2, box.port(), Canvas.DOWN);
            }
            if (!box.upstream.isEmpty()) {
                canvas.join(top, entry(box), Canvas.UP);
            }
        }
    }

    private void drawEdgesInto(List<Box> layer) {
        List<Wire> wires = wiresInto(layer);
        int rows = Wire.assignRows(wires);
        int top = canvas.extend(Math.max(1, rows));
        wires.forEach(wire -> wire.drawAcross(canvas, top));
        wires.forEach(wire -> wire.drawDown(canvas, top));
        for (Box box : layer) {
            List<Wire> into = wires.stream().filter(wire -> wire.leadsTo(box)).toList();
            if (!into.isEmpty()) {
                drawEntry(entry(box), into, top);
            }
        }
    }

    // Down from the highest wire that leads to a box; the others join on the way.
    private void drawEntry(int column, List<Wire> into, int top) {
        Set<Integer> joints = new HashSet<>();
        into.stream().filter(wire -> !wire.isStraight()).forEach(wire -> joints.add(wire.row()));
        int first = into.stream().anyMatch(Wire::isStraight)
                ? -1
                : joints.stream().mapToInt(Integer::intValue).min().orElseThrow();
        for (int row = Math.max(0, first); row < canvas.height() - top; row++) {
            if (joints.contains(row)) {
                canvas.join(top + row, column, Canvas.DOWN | (row > first ? Canvas.UP : 0));
            } else {
                canvas.pass(top + row, column);
            }
        }
    }

    private List<Wire> wiresInto(List<Box> layer) {
        List<Wire> wires = new ArrayList<>();
        if (layer.getFirst().layer > 0) {
            for (Box source : layers.get(layer.getFirst().layer - 1)) {
                if (!source.downstream.isEmpty()) {
                    wires.add(new Wire(source, source.downstream, this::entry));
                }
            }
        }
        return wires;
    }

    /// The column where edges enter a box: the middle, unless an edge that is not its own comes down there.
    private int entry(Box box) {
        if (box.isPassage()) {
            return box.left;
        }
        List<Box> above = layers.get(box.layer - 1);
        for (int distance = 0; distance < box.width() / 2; distance++) {
            for (int column : new int[] {box.port() + distance, box.port() - distance}) {
                boolean taken = above.stream()
                        .anyMatch(other -> other.port() == column
                                && !other.downstream.isEmpty()
                                && !box.upstream.contains(other));
                if (!taken) {
                    return column;
                }
            }
        }
        return box.port();
    }
}
