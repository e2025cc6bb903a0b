package dev.weir.materializer.value;

import java.util.LinkedHashMap;
import java.util.Map;

/// Reads a type in DuckDB's words, such as `STRUCT(lat DOUBLE, "no" INTEGER)[]`.
final class DuckDbTypeText {

    private final String text;
    private int at;

    DuckDbTypeText(String text) {
        this.text = text;
    }

    DuckDbType read() {
        DuckDbType type = one();
        while (at < text.length() && text.charAt(at) == '[') {
            at = text.indexOf(']', at) + 1;
            type = new DuckDbType.ListOf(type);
        }
        return type;
    }

    private DuckDbType one() {
        if (taken("STRUCT(")) {
            Map<String, DuckDbType> fields = new LinkedHashMap<>();
            do {
                fields.put(name(), read());
            } while (taken(", "));
            at++;
            return new DuckDbType.StructOf(fields);
        } else if (taken("MAP(")) {
            DuckDbType key = read();
            at += 2;
            DuckDbType value = read();
            at++;
            return new DuckDbType.MapOf(key, value);
        }
        return new DuckDbType.Single(single());
    }

    /// Up to what ends it here; what stands in parentheses or quotes ends nothing.
    private String single() {
        int start = at;
        int depth = 0;
        boolean quoted = false;
        for (; at < text.length(); at++) {
            char c = text.charAt(at);
            quoted ^= c == '\'';
            if (!quoted && depth == 0 && (c == ',' || c == ')' || c == '[')) {
                break;
            }
            depth += quoted ? 0 : c == '(' ? 1 : c == ')' ? -1 : 0;
        }
        return text.substring(start, at);
    }

    private String name() {
        if (text.charAt(at) != '"') {
            int end = text.indexOf(' ', at);
            String name = text.substring(at, end);
            at = end + 1;
            return name;
        }
        StringBuilder name = new StringBuilder();
        for (at++; !(text.charAt(at) == '"' && text.charAt(at + 1) != '"'); at++) {
            if (text.charAt(at) == '"') {
                at++;
            }
            name.append(text.charAt(at));
        }
        at += 2;
        return name.toString();
    }

    private boolean taken(String expected) {
        boolean here = text.startsWith(expected, at);
        at += here ? expected.length() : 0;
        return here;
    }
}
