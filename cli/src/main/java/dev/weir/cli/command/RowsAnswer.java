package dev.weir.cli.command;

import dev.weir.cli.output.Answer;
import dev.weir.cli.output.Csv;
import dev.weir.cli.output.Quantity;
import dev.weir.cli.output.Screen;
import dev.weir.cli.output.Style;
import dev.weir.cli.output.TextTable;
import dev.weir.lineageui.json.JsonObject;
import dev.weir.materializer.value.QueryAnswer;
import dev.weir.materializer.value.QueryAnswer.ColumnHead;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Rows for people and programs to look at.
///
/// @param notes what people should know of what they see, one sentence each
record RowsAnswer(QueryAnswer rows, Form form, List<String> notes) implements Answer {
    private static final Set<String> NUMBERS =
            Set.of("TINYINT", "SMALLINT", "INTEGER", "BIGINT", "HUGEINT", "FLOAT", "DOUBLE", "UBIGINT");

    /// How rows are printed.
    enum Form {
        TABLE,
        CSV
    }

    @Override
    public void print(Screen screen) {
        switch (form) {
            case CSV -> {
                screen.line(Csv.line(rows.columns().stream().map(ColumnHead::name).toList()));
                rows.rows().forEach(row -> screen.line(Csv.line(row)));
            }
            case TABLE -> printTable(screen);
        }
    }

    private void printTable(Screen screen) {
        TextTable table = TextTable.of(rows.columns().stream().map(RowsAnswer::title).toArray(String[]::new));
        for (List<@Nullable Object> row : rows.rows()) {
            table.row(row.stream()
                    .map(value -> value == null ? TextTable.cell(Style.DIM, "null") : value)
                    .toArray());
        }
        table.print(screen);
        if (rows.rows().isEmpty()) {
            screen.line(screen.paint(Style.DIM, "No rows."));
        }
        if (rows.more()) {
            screen.line(screen.paint(Style.DIM, "… the first %s."
                    .formatted(Quantity.of(rows.rows().size(), "row"))));
        }
        notes.forEach(note -> screen.line(screen.paint(Style.YELLOW, note)));
    }

    private static String title(ColumnHead column) {
        boolean number = NUMBERS.contains(column.type()) || column.type().startsWith("DECIMAL");
        return number ? ">" + column.name() : column.name();
    }

    @Override
    public Object json() {
        return new JsonObject()
                .with("columns", rows.columns(), column -> new JsonObject()
                        .with("name", column.name())
                        .with("type", column.type()))
                .with("rows", rows.rows())
                .with("more", rows.more())
                .with("notes", notes);
    }
}
