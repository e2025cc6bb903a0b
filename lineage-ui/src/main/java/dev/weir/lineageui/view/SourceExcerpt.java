package dev.weir.lineageui.view;

import dev.weir.lineageui.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/// Some lines of a source.
///
/// @param file as people name it
/// @param line the one that is meant, from 1
/// @param column the place in it, from 1; empty if the line is meant as a whole
/// @param first the number of the first of the lines
public record SourceExcerpt(String file, int line, OptionalInt column, int first, List<String> lines) {
    private static final int AROUND = 3;
    private static final int LONGEST = 400;

    public SourceExcerpt {
        lines = lines.stream().map(SourceExcerpt::cut).toList();
    }

    /// A line with those next to it.
    ///
    /// @param text all lines of the source
    public static SourceExcerpt around(String file, List<String> text, int line, OptionalInt column) {
        int from = Math.clamp(line - AROUND, 1, Math.max(1, text.size()));
        int to = Math.clamp(line + AROUND, 0, text.size());
        return new SourceExcerpt(file, line, column, from, text.subList(Math.min(from - 1, to), to));
    }

    private static String cut(String line) {
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
    }

    public List<JsonObject> json() {
        List<JsonObject> json = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            json.add(new JsonObject().with("line", first + i).with("text", lines.get(i)));
        }
        return json;
    }
}
