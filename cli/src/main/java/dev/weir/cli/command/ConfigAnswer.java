package dev.weir.cli.command;

import dev.weir.cli.output.Answer;
import dev.weir.cli.output.Screen;
import dev.weir.cli.output.Style;
import dev.weir.cli.output.TextTable;
import dev.weir.lineageui.json.JsonObject;
import dev.weir.materializer.project.EffectiveValue;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/// The configuration that holds, value by value, with who says so.
record ConfigAnswer(List<EffectiveValue> values) implements Answer {
    @Override
    public void print(Screen screen) {
        TextTable table = TextTable.of("value", "is", "because of");
        for (EffectiveValue each : values) {
            table.row(each.name(), TextTable.cell(Style.BOLD, text(each.value())), each.origin());
        }
        table.print(screen);
    }

    private static String text(Object value) {
        return value instanceof Collection<?> many
                ? many.stream().map(String::valueOf).collect(Collectors.joining(", "))
                : String.valueOf(value);
    }

    @Override
    public Object json() {
        return new JsonObject()
                .with("values", values, each -> new JsonObject()
                        .with("name", each.name())
                        .with("value", each.value())
                        .with("origin", each.origin()));
    }
}
