package dev.weir.materializer.value;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.weir.assets.digest.DataDigest;
import dev.weir.assets.digest.Hasher;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// A small value as JSON text: a String, an Integer, a Long, a Double or a Boolean.
public final class JsonValue {

    /// How long the text may be, in bytes of UTF-8.
    public static final int MAX_BYTES = 64 * 1024;

    private static final JsonFactory JSON = new JsonFactory();

    private JsonValue() {}

    /// @throws IllegalArgumentException if the value is none of those, is too large, or has half of a pair of surrogates
    public static String write(@Nullable Object value) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            write(value, json);
        } catch (IOException impossible) {
            throw new UncheckedIOException("A string can be written to", impossible);
        }
        return requireFit(text.toString());
    }

    /// @throws IllegalArgumentException if the text is too long, or has half of a pair of surrogates, which would become a question mark
    static String requireFit(String text) {
        int lone = ColumnRange.loneSurrogate(text);
        if (lone >= 0) {
            throw new IllegalArgumentException(
                    "The value has \\u%04x in a text, half of a surrogate pair, which no file can hold: cut texts between whole characters"
                            .formatted((int) text.charAt(lone)));
        }
        int bytes = text.getBytes(StandardCharsets.UTF_8).length;
        if (bytes > MAX_BYTES) {
            throw new IllegalArgumentException(
                    ("The value takes %,d bytes as JSON; a small value takes at most %,d. Return a table"
                                    + " of records, or write it into a file and return its Path")
                            .formatted(bytes, MAX_BYTES));
        }
        return text;
    }

    private static void write(@Nullable Object value, JsonGenerator json) throws IOException {
        switch (value) {
            case null ->
                throw new IllegalArgumentException(
                        "The method returned null; a small value is text, a number or a boolean, never null");
            case String text -> json.writeString(text);
            case Boolean bool -> json.writeBoolean(bool);
            case Integer number -> json.writeNumber(number);
            case Long number -> json.writeNumber(number);
            case Double number when Double.isFinite(number) -> json.writeNumber(number);
            case Double number ->
                throw new IllegalArgumentException(
                        "The method returned %s, which JSON cannot write; return a number that is finite"
                                .formatted(number));
            default ->
                throw new IllegalArgumentException(
                        "A %s cannot be kept as a small value; there are String, Integer, Long, Double and Boolean"
                                .formatted(value.getClass().getSimpleName()));
        }
    }

    /// The value that a text stands for.
    ///
    /// @param type one of the five, or its primitive
    /// @throws IllegalArgumentException if the text is no value of the type; a whole number is a Double too
    public static Object read(String text, Class<?> type) {
        try (JsonParser json = JSON.createParser(text)) {
            JsonToken token = json.nextToken();
            if (token == JsonToken.VALUE_STRING && type == String.class) {
                return json.getText();
            } else if (token != null && token.isBoolean() && (type == Boolean.class || type == boolean.class)) {
                return json.getBooleanValue();
            } else if (token == JsonToken.VALUE_NUMBER_INT && (type == Integer.class || type == int.class)) {
                return json.getIntValue();
            } else if (token == JsonToken.VALUE_NUMBER_INT && (type == Long.class || type == long.class)) {
                return json.getLongValue();
            } else if (token != null && token.isNumeric() && (type == Double.class || type == double.class)) {
                return json.getDoubleValue();
            }
        } catch (IOException e) {
            throw new IllegalArgumentException(notOf(text, type), e);
        }
        throw new IllegalArgumentException(notOf(text, type));
    }

    private static String notOf(String text, Class<?> type) {
        String shown = text.length() <= 40 ? text : text.substring(0, 40) + "…";
        return "The value %s cannot be read as %s".formatted(shown, type.getSimpleName());
    }

    /// The digest by which small values are compared.
    public static DataDigest digest(String text) {
        return new DataDigest(new Hasher().add("weir json 1").add(text).finish());
    }
}
