package dev.weir.lineageui.view;

import java.util.ArrayList;
import java.util.List;

/// A sheet of characters on which lines join: where two meet, the character shows both.
final class Canvas {
    static final int UP = 1;
    static final int RIGHT = 2;
    static final int DOWN = 4;
    static final int LEFT = 8;

    // By the sum of the directions in which a line leaves the place.
    private static final String LINES = " │─└││┌├─┘─┴┐┤┬┼";

    private final List<StringBuilder> rows = new ArrayList<>();
    private final List<byte[]> lines = new ArrayList<>();
    private final int width;

    Canvas(int width) {
        this.width = width;
    }

    int height() {
        return rows.size();
    }

    /// Adds empty rows and returns the number of the first.
    int extend(int count) {
        int first = rows.size();
        for (int i = 0; i < count; i++) {
            rows.add(new StringBuilder(" ".repeat(width)));
            lines.add(new byte[width]);
        }
        return first;
    }

    void text(int row, int column, String text) {
        rows.get(row).replace(column, column + text.length(), text);
    }

    /// Lets lines leave a place in these directions too.
    void join(int row, int column, int directions) {
        lines.get(row)[column] |= (byte) directions;
    }

    /// Lets a vertical line pass a place; what ran across it there is hidden behind it.
    void pass(int row, int column) {
        lines.get(row)[column] = UP | DOWN;
    }

    void horizontal(int row, int from, int to) {
        for (int column = from; column <= to; column++) {
            join(row, column, (column > from ? LEFT : 0) | (column < to ? RIGHT : 0));
        }
    }

    @Override
    public String toString() {
        StringBuilder all = new StringBuilder();
        for (int row = 0; row < rows.size(); row++) {
            StringBuilder text = new StringBuilder(rows.get(row));
            for (int column = 0; column < width; column++) {
                if (lines.get(row)[column] != 0) {
                    text.setCharAt(column, LINES.charAt(lines.get(row)[column]));
                }
            }
            all.append(text.toString().stripTrailing()).append('\n');
        }
        return all.toString();
    }
}
