package dev.weir.assets.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Reads the text of a type that has parts.
final class TypeText {

    private final String text;
    private int at;

    TypeText(String text) {
        this.text = text;
    }

    /// @throws IllegalArgumentException if the text is that of no type
    ColumnType read() {
        ColumnType type = type();
        if (at != text.length()) {
            throw malformed();
        }
        return type;
    }

    private ColumnType type() {
        String word = word().toUpperCase(Locale.ROOT);
        return switch (word) {
            case "DECIMAL" -> {
                take("(");
                int precision = number();
                take(",");
                int scale = number();
                take(")");
                yield new ColumnType.Decimal(precision, scale);
            }
            case "LIST" -> new ColumnType.ListOf(inParentheses());
            case "MAP" -> new ColumnType.MapOf(inParentheses());
            case "STRUCT" -> new ColumnType.Struct(fields());
            default -> Plain.named(word).orElseThrow(this::malformed);
        };
    }

    private ColumnType inParentheses() {
        take("(");
        ColumnType type = type();
        take(")");
        return type;
    }

    private List<Column> fields() {
        List<Column> fields = new ArrayList<>();
        String before = "(";
        do {
            take(before);
            String name = word().toLowerCase(Locale.ROOT);
            take(" ");
            ColumnType type = type();
            boolean notNull = text.regionMatches(true, at, " NOT NULL", 0, 9);
            at += notNull ? 9 : 0;
            fields.add(new Column(name, type, notNull ? Nullability.NOT_NULL : Nullability.NULLABLE));
            before = ", ";
        } while (text.startsWith(before, at));
        take(")");
        return fields;
    }

    private String word() {
        int start = at;
        while (at < text.length() && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '_')) {
            at++;
        }
        return text.substring(start, at);
    }

    private int number() {
        return Integer.parseInt(word());
    }

    private void take(String expected) {
        if (!text.startsWith(expected, at)) {
            throw malformed();
        }
        at += expected.length();
    }

    private IllegalArgumentException malformed() {
        return new IllegalArgumentException("'%s' is no type of a column".formatted(text));
    }
}
