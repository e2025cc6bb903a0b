package dev.weir.lineageui.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A parameter of a route.
///
/// @param choices what its text may be; anything if empty
/// @param most the greatest number it may be, or the greatest length of its text
public record Parameter(String name, Kind kind, Need need, String help, List<String> choices, int most) {
    private static final int LONGEST_TEXT = 4_000;

    public Parameter {
        choices = List.copyOf(choices);
    }

    public enum Kind {
        TEXT,
        /// A whole number from 0.
        NUMBER,
        /// A part of the path.
        PATH,
        HEADER
    }

    public enum Need {
        REQUIRED,
        OPTIONAL
    }

    static Parameter required(String name, String help) {
        return new Parameter(name, Kind.TEXT, Need.REQUIRED, help, List.of(), LONGEST_TEXT);
    }

    static Parameter optional(String name, String help) {
        return new Parameter(name, Kind.TEXT, Need.OPTIONAL, help, List.of(), LONGEST_TEXT);
    }

    static Parameter oneOf(String name, String help, List<String> choices) {
        return new Parameter(name, Kind.TEXT, Need.OPTIONAL, help, choices, LONGEST_TEXT);
    }

    static Parameter number(String name, String help, int most) {
        return new Parameter(name, Kind.NUMBER, Need.OPTIONAL, help, List.of(), most);
    }

    static Parameter header(String name, String help) {
        return new Parameter(name, Kind.HEADER, Need.OPTIONAL, help, List.of(), 64);
    }

    static Parameter path(String name, String help) {
        return new Parameter(name, Kind.PATH, Need.REQUIRED, help, List.of(), 64);
    }

    boolean isInQuery() {
        return kind == Kind.TEXT || kind == Kind.NUMBER;
    }

    /// What it may be, as a JSON schema.
    Map<String, Object> schema() {
        Map<String, Object> schema = new LinkedHashMap<>();
        if (kind == Kind.NUMBER) {
            schema.put("type", "integer");
            schema.put("minimum", 0);
            schema.put("maximum", most);
            return schema;
        }
        schema.put("type", "string");
        if (choices.isEmpty()) {
            schema.put("maxLength", most);
        } else {
            schema.put("enum", choices);
        }
        if (kind == Kind.PATH || kind == Kind.HEADER) {
            schema.put("pattern", Route.SEGMENT.pattern());
        }
        return schema;
    }
}
