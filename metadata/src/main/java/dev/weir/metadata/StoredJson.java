package dev.weir.metadata;

import dev.weir.materializer.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Reads JSON out of columns, where only what Weir has written stands.
final class StoredJson {

    private StoredJson() {}

    static @Nullable Object read(String text) {
        try {
            return Json.read(text);
        } catch (IOException malformed) {
            throw new UncheckedIOException("The metadata holds malformed JSON: " + text, malformed);
        }
    }

    /// The object that the text holds; of nothing, an empty one.
    static Map<String, Object> readObject(@Nullable String text) {
        Map<String, Object> object = new LinkedHashMap<>();
        if (text != null && read(text) instanceof Map<?, ?> map) {
            map.forEach((name, value) -> {
                if (name != null && value != null) {
                    object.put(name.toString(), value);
                }
            });
        }
        return object;
    }
}
