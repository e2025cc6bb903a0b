package dev.weir.materializer.value;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadFeature;
import dev.weir.assets.generated.OneValue;
import dev.weir.assets.generated.RowCodec;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/// Small values with parts as JSON text: records, lists and maps of what a column can hold.
public final class JsonRows {

    private static final JsonFactory JSON =
            JsonFactory.builder().enable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION).build();

    private JsonRows() {}

    /// @throws IllegalArgumentException if there is no value, JSON cannot say it, or it is too large
    public static <R> String write(@Nullable R value, RowCodec<R> codec) {
        if (value == null) {
            throw new IllegalArgumentException(
                    "The method returned null; a small value is a record, a list, a map, text, a number or a boolean, never null");
        }
        JsonRowWriter row = new JsonRowWriter(codec.schema().columns());
        codec.write(value, row);
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            if (codec instanceof OneValue<?>) {
                row.writeOnly(json);
            } else {
                row.writeTo(json);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException("A string can be written to", impossible);
        }
        return JsonValue.requireFit(text.toString());
    }

    /// @throws IllegalArgumentException if the text is no such value
    public static <R> R read(String text, RowCodec<R> codec) {
        try (JsonParser json = JSON.createParser(text)) {
            json.nextToken();
            JsonRowReader row = new JsonRowReader(codec.schema().columns());
            if (codec instanceof OneValue<?>) {
                row.readOnly(json);
            } else {
                row.readFrom(json);
            }
            return codec.read(row);
        } catch (IOException malformed) {
            throw new IllegalArgumentException(
                    "The value cannot be read as %s: %s".formatted(codec.schema(), malformed.getMessage()), malformed);
        }
    }
}
