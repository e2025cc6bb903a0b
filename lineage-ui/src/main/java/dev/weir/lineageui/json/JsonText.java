package dev.weir.lineageui.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Writes [JsonObject]s, maps, collections, numbers, booleans and text as JSON. Instants are ISO 8601 in UTC, durations
/// are milliseconds with fractions, NaN and infinities are text; anything else is written as its text.
public final class JsonText {

    private JsonText() {}

    public static String of(Object value) {
        StringWriter text = new StringWriter();
        write(value, text);
        return text.toString();
    }

    /// The value in one line, for programs that ask often.
    public static String compact(Object value) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            write(value, json);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return text.toString();
    }

    /// Writes the value as indented JSON and leaves the writer open.
    public static void write(Object value, Writer to) {
        try (JsonGenerator json = new JsonFactory()
                .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
                .createGenerator(to)
                .useDefaultPrettyPrinter()) {
            write(value, json);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void write(@Nullable Object value, JsonGenerator json) throws IOException {
        switch (value) {
            case null -> json.writeNull();
            case JsonObject object -> writeMembers(object.members(), json);
            case Map<?, ?> map -> writeMembers(map, json);
            case Collection<?> elements -> {
                json.writeStartArray();
                for (Object element : elements) {
                    write(element, json);
                }
                json.writeEndArray();
            }
            case Boolean bool -> json.writeBoolean(bool);
            case Integer number -> json.writeNumber(number);
            case Long number -> json.writeNumber(number);
            case BigInteger number -> json.writeNumber(number);
            case Double number when Double.isFinite(number) -> json.writeNumber(number);
            case Float number when Float.isFinite(number) -> json.writeNumber(number);
            case Duration duration -> json.writeNumber(duration.toNanos() / 1_000_000.0);
            case Instant instant -> json.writeString(instant.toString());
            default -> json.writeString(value.toString());
        }
    }

    private static void writeMembers(Map<?, ?> members, JsonGenerator json) throws IOException {
        json.writeStartObject();
        for (Map.Entry<?, ?> member : members.entrySet()) {
            json.writeFieldName(String.valueOf(member.getKey()));
            write(member.getValue(), json);
        }
        json.writeEndObject();
    }
}
