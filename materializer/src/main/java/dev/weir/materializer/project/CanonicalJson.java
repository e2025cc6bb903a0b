package dev.weir.materializer.project;

import dev.weir.assets.digest.ConfigDigest;
import dev.weir.assets.digest.Hasher;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// Configuration as JSON in which equal values are written alike: keys in order, no blanks, numbers as Java writes the
/// value and not as the author wrote it.
final class CanonicalJson {

    private final StringBuilder out = new StringBuilder();

    private CanonicalJson() {}

    static ConfigDigest digest(SortedMap<String, Map<String, Object>> sections) {
        return new ConfigDigest(new Hasher().add(write(sections)).finish());
    }

    static String write(Map<String, ?> object) {
        CanonicalJson json = new CanonicalJson();
        json.object(object);
        return json.out.toString();
    }

    private void object(Map<?, ?> object) {
        out.append('{');
        new TreeMap<>(object).forEach((name, value) -> {
            if (out.charAt(out.length() - 1) != '{') {
                out.append(',');
            }
            text((String) name);
            out.append(':');
            value(value);
        });
        out.append('}');
    }

    private void value(Object value) {
        if (value instanceof Map<?, ?> object) {
            object(object);
        } else if (value instanceof Boolean || isFinite(value)) {
            out.append(value);
        } else {
            text(value.toString());
        }
    }

    // JSON has no word for NaN and the infinities.
    private static boolean isFinite(Object value) {
        return value instanceof Number number && (Double.isFinite(number.doubleValue()) || number instanceof Long);
    }

    private void text(String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < ' ') {
                out.append("\\u%04x".formatted((int) c));
            } else {
                out.append(c);
            }
        }
        out.append('"');
    }
}
