package dev.weir.cli.command;

import dev.weir.cli.output.Screen;
import dev.weir.cli.output.Style;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/// Names and values, one a line; what is empty is left out.
final class Facts {
    private final Map<String, String> facts = new LinkedHashMap<>();

    Facts add(String name, Object value) {
        String text = value instanceof Collection<?> many
                ? many.stream().map(String::valueOf).collect(Collectors.joining(", "))
                : String.valueOf(value);
        if (!text.isEmpty()) {
            facts.put(name, text);
        }
        return this;
    }

    void print(Screen screen) {
        int width = facts.keySet().stream().mapToInt(String::length).max().orElse(0);
        facts.forEach((name, text) ->
                screen.line(screen.paint(Style.DIM, name + " ".repeat(width - name.length())) + "  " + text));
    }
}
