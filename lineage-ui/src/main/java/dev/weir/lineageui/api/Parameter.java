package dev.weir.lineageui.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A parameter of a route.
public record Parameter(String name, Place place, Need need, String help, Form form) {
    // All that a route takes fits into the head of a request.
    private static final int LONGEST_TEXT = 1_000;
    private static final int LONGEST_SELECTION = 4_000;

    /// Where it stands.
    public enum Place {
        QUERY,
        PATH,
        HEADER
    }

    public enum Need {
        REQUIRED,
        OPTIONAL
    }

    /// What it may be.
    public sealed interface Form {
        /// Any text, so many characters of it at most.
        record Text(int longest) implements Form {}

        /// Any text that fits into a header.
        record HeaderText() implements Form {}

        /// Letters, digits and hyphens.
        record Name() implements Form {}

        record OneOf(List<String> words) implements Form {
            public OneOf {
                words = List.copyOf(words);
            }
        }

        /// Some of the words, with commas between them.
        record SomeOf(List<String> words) implements Form {
            public SomeOf {
                words = List.copyOf(words);
            }
        }

        /// A whole number from 0.
        record WholeNumber(int most) implements Form {}
    }

    static Parameter required(String name, String help) {
        return new Parameter(name, Place.QUERY, Need.REQUIRED, help, new Form.Text(LONGEST_TEXT));
    }

    static Parameter optional(String name, String help) {
        return optional(name, help, new Form.Text(LONGEST_TEXT));
    }

    /// Which assets, as on the command line.
    static Parameter selection(String help) {
        return optional("selection", help, new Form.Text(LONGEST_SELECTION));
    }

    static Parameter oneOf(String name, String help, List<String> words) {
        return optional(name, help, new Form.OneOf(words));
    }

    static Parameter someOf(String name, String help, List<String> words) {
        return optional(name, help, new Form.SomeOf(words));
    }

    static Parameter number(String name, String help, int most) {
        return optional(name, help, new Form.WholeNumber(most));
    }

    private static Parameter optional(String name, String help, Form form) {
        return new Parameter(name, Place.QUERY, Need.OPTIONAL, help, form);
    }

    static Parameter header(String name, String help, Form form) {
        return new Parameter(name, Place.HEADER, Need.OPTIONAL, help, form);
    }

    static Parameter path(String name, String help) {
        return new Parameter(name, Place.PATH, Need.REQUIRED, help, new Form.Name());
    }

    boolean isInQuery() {
        return place == Place.QUERY;
    }

    /// What is wrong with a value, as what to write instead.
    Optional<String> rule(String value) {
        return switch (form) {
            case Form.Text(int longest) ->
                unless(value.length() <= longest, "write at most %d characters".formatted(longest));
            case Form.HeaderText _ -> Optional.empty();
            case Form.Name _ ->
                unless(Route.SEGMENT.matcher(value).matches(), "write 1 to 64 letters, digits and hyphens");
            case Form.OneOf(var words) ->
                unless(words.contains(value), "write one of " + String.join(", ", words));
            case Form.SomeOf(var words) ->
                unless(
                        value.isEmpty() || words.containsAll(List.of(value.split(",", -1))),
                        "write some of %s, with commas between them".formatted(String.join(", ", words)));
            case Form.WholeNumber(int most) ->
                unless(
                        value.matches("[0-9]{1,9}") && Integer.parseInt(value) <= most,
                        "write a whole number from 0 to %d".formatted(most));
        };
    }

    private static Optional<String> unless(boolean fits, String rule) {
        return fits ? Optional.empty() : Optional.of(rule);
    }

    /// What it may be, as a JSON schema.
    Map<String, Object> schema() {
        Map<String, Object> schema = new LinkedHashMap<>();
        switch (form) {
            case Form.Text(int longest) -> {
                schema.put("type", "string");
                if (need == Need.REQUIRED) {
                    schema.put("minLength", 1);
                }
                schema.put("maxLength", longest);
            }
            case Form.HeaderText _ -> schema.put("type", "string");
            case Form.Name _ -> {
                schema.put("type", "string");
                schema.put("pattern", "^" + Route.SEGMENT.pattern() + "$");
            }
            case Form.OneOf(var words) -> schema.putAll(Shapes.ordered(Shapes.oneOf(words)));
            case Form.SomeOf(var words) -> schema.putAll(Shapes.ordered(Shapes.list(Shapes.oneOf(words))));
            case Form.WholeNumber(int most) -> {
                schema.put("type", "integer");
                schema.put("minimum", 0);
                schema.put("maximum", most);
            }
        }
        return schema;
    }
}
