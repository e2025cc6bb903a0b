package dev.weir.lineageui.json;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A JSON object with its members in the order they were added. Names are snake_case.
public final class JsonObject {
    private final Map<String, @Nullable Object> members = new LinkedHashMap<>();

    /// Adds a member. An identifier is written as its text, an instant in UTC, an empty `Optional` as null.
    public JsonObject with(String name, @Nullable Object value) {
        members.put(name, value instanceof Optional<?> optional ? optional.orElse(null) : value);
        return this;
    }

    /// Adds an array with one value for each element.
    public <T> JsonObject with(String name, Collection<T> elements, Function<T, Object> toJson) {
        List<Object> values = elements.stream().map(toJson).toList();
        return with(name, values);
    }

    /// In their order.
    public Map<String, @Nullable Object> members() {
        return Collections.unmodifiableMap(members);
    }
}
