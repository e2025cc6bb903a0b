package dev.weir.metadata;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.h2.mvstore.DataUtils;
import org.jspecify.annotations.Nullable;

/// A line of names and values with a checksum of H2's at its end, as the header of its file and the footer of a chunk are. What stands
/// behind that checksum H2 does not read.
final class CheckedText {

    private static final String SUM = "fletcher";
    private static final Pattern HEX = Pattern.compile("[0-9a-f]{1,15}");

    private final Map<String, String> values;

    private CheckedText(Map<String, String> values) {
        this.values = values;
    }

    /// What it says; empty if it is none, or is not what was written.
    static Optional<CheckedText> in(byte[] bytes) {
        Map<String, String> values = new LinkedHashMap<>();
        int at = 0;
        for (String field : lineOf(bytes).split(",", -1)) {
            int colon = field.indexOf(':');
            if (colon < 0) {
                return Optional.empty();
            }
            String value = field.substring(colon + 1);
            if (field.substring(0, colon).equals(SUM) && !value.equals(sumOf(bytes, at - 1))) {
                return Optional.empty();
            }
            values.put(field.substring(0, colon), value);
            at += field.length() + 1;
        }
        return values.remove(SUM) == null ? Optional.empty() : Optional.of(new CheckedText(values));
    }

    private static String lineOf(byte[] bytes) {
        int end = 0;
        while (end < bytes.length && bytes[end] > ' ') {
            end++;
        }
        return new String(bytes, 0, end, StandardCharsets.ISO_8859_1);
    }

    private static String sumOf(byte[] bytes, int length) {
        return length < 0 ? "" : Integer.toHexString(DataUtils.getFletcher32(bytes, 0, length));
    }

    /// @return null if there is none
    @Nullable String get(String name) {
        return values.get(name);
    }

    /// @return 0 if there is none
    long number(String name) {
        String value = values.getOrDefault(name, "");
        return HEX.matcher(value).matches() ? Long.parseLong(value, 16) : 0;
    }

    /// The same but for one number.
    CheckedText with(String name, long number) {
        Map<String, String> changed = new LinkedHashMap<>(values);
        changed.put(name, Long.toHexString(number));
        return new CheckedText(changed);
    }

    CheckedText without(String name) {
        Map<String, String> changed = new LinkedHashMap<>(values);
        changed.remove(name);
        return new CheckedText(changed);
    }

    /// As H2 writes it.
    byte[] bytes() {
        StringBuilder line = new StringBuilder();
        values.forEach((name, value) -> line.append(name).append(':').append(value).append(','));
        byte[] checked = line.substring(0, line.length() - 1).getBytes(StandardCharsets.ISO_8859_1);
        line.append(SUM).append(':').append(sumOf(checked, checked.length)).append('\n');
        return line.toString().getBytes(StandardCharsets.ISO_8859_1);
    }
}
