package dev.weir.materializer.pipes;

import dev.weir.materializer.json.Json;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads one message: `{"__dagster_pipes_version": "0.1", "method": …, "params": {…}}`, of which the version may be missing.
final class MessageReader {

    private final Map<?, ?> params;

    private MessageReader(Map<?, ?> params) {
        this.params = params;
    }

    /// @throws IOException if the line is no message that is known
    static PipesMessage read(String line) throws IOException {
        if (!(Json.read(line) instanceof Map<?, ?> message)) {
            throw new IOException("it is no JSON object");
        }
        Map<?, ?> params = message.get("params") instanceof Map<?, ?> given ? given : Map.of();
        return new MessageReader(params).read(message.get("method"));
    }

    private PipesMessage read(@Nullable Object method) throws IOException {
        return switch (String.valueOf(method)) {
            case "opened" -> new PipesMessage.Opened();
            case "log" -> new PipesMessage.Log(text("level").orElse("INFO"), required("message"));
            case "log_external_stream" -> new PipesMessage.Log("INFO", required("text").stripTrailing());
            case "report_asset_materialization" ->
                new PipesMessage.Materialized(text("asset_key"), metadata(), text("data_version"));
            case "report_asset_check" ->
                new PipesMessage.Checked(
                        text("asset_key"),
                        required("check_name"),
                        Boolean.TRUE.equals(params.get("passed")),
                        text("severity").orElse("ERROR"),
                        metadata());
            case "report_custom_message" -> new PipesMessage.Custom(params.get("payload"));
            case "closed" -> new PipesMessage.Closed(problem());
            default -> throw new IOException("its method %s is none that is known".formatted(method));
        };
    }

    private Optional<String> text(String name) {
        return Optional.ofNullable(params.get(name)).map(Object::toString);
    }

    private String required(String name) throws IOException {
        return text(name).orElseThrow(() -> new IOException("it has no " + name));
    }

    private Map<String, Object> metadata() {
        Map<String, Object> metadata = new LinkedHashMap<>();
        if (params.get("metadata") instanceof Map<?, ?> given) {
            given.forEach((name, value) -> {
                Object raw = value instanceof Map<?, ?> typed && typed.containsKey("raw_value") ? typed.get("raw_value") : value;
                if (raw != null) {
                    metadata.put(String.valueOf(name), simple(raw));
                }
            });
        }
        return metadata;
    }

    // Metadata are texts, numbers and booleans.
    private static Object simple(Object raw) {
        return raw instanceof Map<?, ?> || raw instanceof List<?> ? Json.write(raw) : raw;
    }

    private Optional<String> problem() {
        if (!(params.get("exception") instanceof Map<?, ?> exception)) {
            return Optional.empty();
        }
        Object name = exception.get("name");
        String message = String.valueOf(exception.get("message")).strip();
        return Optional.of(name == null || message.startsWith(name + ":") ? message : "%s: %s".formatted(name, message));
    }
}
