package dev.weir.cli.output;

import java.util.ArrayList;
import java.util.List;

/// Rows in columns, as wide as their widest cell. On a terminal too narrow for them the widest columns give way, and
/// what they cut ends in `…`.
public final class TextTable {
    private static final String GAP = "  ";
    private static final int NARROWEST = 8;

    private final List<Column> columns;
    private final List<List<Cell>> rows = new ArrayList<>();

    /// On which side a column's cells stand.
    public enum Side {
        LEFT,
        RIGHT
    }

    private record Column(String title, Side side) {}

    private record Cell(String text, Style style) {}

    private TextTable(List<Column> columns) {
        this.columns = columns;
    }

    /// Columns with these titles; one that starts with `>` holds numbers and stands to the right.
    public static TextTable of(String... titles) {
        List<Column> columns = new ArrayList<>();
        for (String title : titles) {
            boolean right = title.startsWith(">");
            columns.add(new Column(right ? title.substring(1) : title, right ? Side.RIGHT : Side.LEFT));
        }
        return new TextTable(columns);
    }

    /// @throws IllegalArgumentException if there are not as many cells as columns
    public TextTable row(Object... texts) {
        if (texts.length != columns.size()) {
            throw new IllegalArgumentException("A row needs %d cells, not %d".formatted(columns.size(), texts.length));
        }
        List<Cell> cells = new ArrayList<>();
        for (Object text : texts) {
            cells.add(text instanceof Cell cell ? cell : new Cell(oneLine(String.valueOf(text)), Style.PLAIN));
        }
        rows.add(cells);
        return this;
    }

    /// A cell that stands out.
    public static Object cell(Style style, Object text) {
        return new Cell(oneLine(String.valueOf(text)), style);
    }

    public boolean isEmpty() {
        return rows.isEmpty();
    }

    public void print(Screen screen) {
        print("", screen);
    }

    /// Prints each line behind an indent.
    public void print(String indent, Screen screen) {
        int[] widths = widths(screen.width() - indent.length());
        StringBuilder text = new StringBuilder();
        append(text.append(indent), screen, titles(), widths);
        rows.forEach(row -> append(text.append(indent), screen, row, widths));
        screen.write(text.toString());
    }

    private List<Cell> titles() {
        return columns.stream().map(column -> new Cell(column.title, Style.DIM)).toList();
    }

    private void append(StringBuilder text, Screen screen, List<Cell> row, int[] widths) {
        int blanks = 0;
        for (int i = 0; i < widths.length; i++) {
            Cell cell = row.get(i);
            String shown = cut(cell.text, widths[i]);
            int padding = widths[i] - length(shown);
            blanks += columns.get(i).side == Side.RIGHT ? padding : 0;
            if (!shown.isEmpty()) {
                text.repeat(' ', blanks).append(screen.paint(cell.style, shown));
                blanks = 0;
            }
            blanks += (columns.get(i).side == Side.LEFT ? padding : 0) + GAP.length();
        }
        text.append('\n');
    }

    private int[] widths(int limit) {
        int[] widths = new int[columns.size()];
        long total = (long) GAP.length() * (widths.length - 1);
        for (int i = 0; i < widths.length; i++) {
            int column = i;
            widths[i] = Math.max(
                    length(columns.get(i).title),
                    rows.stream().mapToInt(row -> length(row.get(column).text)).max().orElse(0));
            total += widths[i];
        }
        for (int widest = widest(widths); total > limit && widths[widest] > NARROWEST; widest = widest(widths)) {
            widths[widest]--;
            total--;
        }
        return widths;
    }

    private static int widest(int[] widths) {
        int widest = 0;
        for (int i = 1; i < widths.length; i++) {
            widest = widths[i] >= widths[widest] ? i : widest;
        }
        return widest;
    }

    private static String oneLine(String text) {
        return text.indexOf('\n') < 0 ? text : text.strip().replaceAll("\\s*\\R\\s*", " ");
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    private static String cut(String text, int width) {
        return length(text) <= width ? text : text.substring(0, text.offsetByCodePoints(0, width - 1)) + "…";
    }
}
