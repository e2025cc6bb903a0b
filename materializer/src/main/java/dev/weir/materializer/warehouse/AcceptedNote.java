package dev.weir.materializer.warehouse;

import dev.weir.assets.digest.CodeDigest;
import dev.weir.assets.digest.ConfigDigest;
import dev.weir.assets.digest.Digest;
import dev.weir.materializer.json.Json;
import dev.weir.materializer.version.EnvironmentName;
import dev.weir.materializer.version.VersionId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What was let count as made by other code, at one time, as it was noted among the manifests.
public record AcceptedNote(UUID id, EnvironmentName environment, Instant at, String reason, List<Accepted> versions) {

    public AcceptedNote {
        versions = List.copyOf(versions);
    }

    /// What a version has since then.
    public record Accepted(VersionId version, CodeDigest code, ConfigDigest config, Map<String, Object> metadata) {}

    static AcceptedNote parse(byte[] content) throws IOException {
        Map<?, ?> note = object(Json.read(new String(content, StandardCharsets.UTF_8)));
        List<Accepted> versions = new ArrayList<>();
        if (note.get("versions") instanceof List<?> lines) {
            for (Object line : lines) {
                versions.add(accepted(object(line)));
            }
        }
        return new AcceptedNote(
                UUID.fromString(text(note, "id")),
                new EnvironmentName(text(note, "environment")),
                Instant.parse(text(note, "at")),
                text(note, "reason"),
                versions);
    }

    private static Accepted accepted(Map<?, ?> line) throws IOException {
        Map<String, Object> metadata = new LinkedHashMap<>();
        object(line.get("metadata")).forEach((name, value) -> metadata.put(String.valueOf(name), value));
        return new Accepted(
                new VersionId(UUID.fromString(text(line, "version"))),
                new CodeDigest(Digest.parse(text(line, "code"))),
                new ConfigDigest(Digest.parse(text(line, "config"))),
                metadata);
    }

    private static Map<?, ?> object(@Nullable Object value) throws IOException {
        if (value instanceof Map<?, ?> map) {
            return map;
        }
        throw new IOException("An object is missing");
    }

    private static String text(Map<?, ?> object, String field) throws IOException {
        if (object.get(field) instanceof String text) {
            return text;
        }
        throw new IOException("It has no " + field);
    }
}
