package dev.weir.cli.command;

import dev.weir.cli.output.Quantity;
import dev.weir.cli.output.Screen;
import dev.weir.cli.output.Style;
import dev.weir.materializer.diff.RowDiff;
import dev.weir.materializer.diff.RowDiff.Example;
import dev.weir.materializer.diff.SchemaDiff;
import dev.weir.materializer.diff.TableDiff;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What differs between two tables, for people.
record TableDiffText(TableDiff diff) {
    private static final int LONGEST_VALUE = 40;

    void print(Screen screen) {
        printColumns(diff.schema(), screen);
        screen.line("Rows: " + rows());
        diff.notes().forEach(note -> screen.line(screen.paint(Style.YELLOW, note)));
        if (diff.rows() instanceof RowDiff.ByKey keyed && !keyed.changedColumns().isEmpty()) {
            screen.line("Changed: " + keyed.changedColumns().entrySet().stream()
                    .map(column -> "%s in %s".formatted(column.getKey(), Quantity.of(column.getValue(), "row")))
                    .collect(Collectors.joining(", ")));
        }
        printExamples(screen);
        screen.line();
        new ProfileTable(diff.before(), diff.after()).print(screen);
    }

    private static void printColumns(SchemaDiff schema, Screen screen) {
        schema.added().forEach(column -> screen.line(screen.paint(Style.GREEN, "+ column " + column)));
        schema.removed().forEach(column -> screen.line(screen.paint(Style.RED, "- column " + column)));
        schema.changed()
                .forEach(change -> screen.line(screen.paint(Style.YELLOW, "~ column %s → %s".formatted(change.before(), change.after()))));
    }

    private String rows() {
        String counts = "%s → %s".formatted(Quantity.count(diff.rowsBefore()), Quantity.count(diff.rowsAfter()));
        RowDiff rows = diff.rows();
        return switch (rows) {
            case RowDiff.ByKey keyed ->
                "%s; by %s %s added, %s removed, %s changed, %s the same"
                        .formatted(
                                counts,
                                String.join(", ", keyed.key()),
                                Quantity.count(keyed.added()),
                                Quantity.count(keyed.removed()),
                                Quantity.count(keyed.changed()),
                                Quantity.count(keyed.same()));
            case RowDiff.AsAWhole whole ->
                "%s; as a whole %s added, %s removed, %s the same"
                        .formatted(
                                counts,
                                Quantity.count(whole.added()),
                                Quantity.count(whole.removed()),
                                Quantity.count(whole.same()));
        };
    }

    private void printExamples(Screen screen) {
        if (diff.rows().examples().isEmpty()) {
            return;
        }
        screen.line();
        for (Example example : diff.rows().examples()) {
            String key = example.key().entrySet().stream()
                    .map(column -> column.getKey() + " " + shown(column.getValue()))
                    .collect(Collectors.joining(", "));
            switch (example.fate()) {
                case ADDED -> screen.line(screen.paint(Style.GREEN, "+ " + key));
                case REMOVED -> screen.line(screen.paint(Style.RED, "- " + key));
                case CHANGED ->
                    screen.line(screen.paint(Style.YELLOW, "~ " + key) + ": "
                            + example.values().entrySet().stream()
                                    .map(column -> "%s %s → %s"
                                            .formatted(
                                                    column.getKey(),
                                                    shown(column.getValue().before()),
                                                    shown(column.getValue().after())))
                                    .collect(Collectors.joining(", ")));
            }
        }
    }

    /// A value on one line, cut where it is long.
    static String shown(@Nullable Object value) {
        String text = String.valueOf(value).replaceAll("\\s+", " ");
        return text.length() <= LONGEST_VALUE ? text : text.substring(0, LONGEST_VALUE - 1) + "…";
    }
}
