package dev.weir.materializer.pipes;

import dev.weir.materializer.json.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.DeflaterOutputStream;

/// The files through which one process is told what to do and reports how it goes.
public final class PipesSession {

    private final Path folder;
    private final MessageFile messages;

    private PipesSession(Path folder, MessageFile messages) {
        this.folder = folder;
        this.messages = messages;
    }

    /// @param folder exists, and holds nothing else
    public static PipesSession open(Path folder, PipesContext context) {
        try {
            Files.writeString(folder.resolve("context.json"), Json.write(context.toJson()));
            Path messages = Files.createFile(folder.resolve("messages.jsonl"));
            return new PipesSession(folder, new MessageFile(messages));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /// The variables by which the process finds the files.
    public Map<String, String> environment() {
        String context = folder.resolve("context.json").toString();
        String reports = messages.path().toString();
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("DAGSTER_PIPES_CONTEXT", encoded(Map.of("path", context)));
        environment.put("DAGSTER_PIPES_MESSAGES", encoded(Map.of("path", reports)));
        environment.put("WEIR_CONTEXT", context);
        environment.put("WEIR_MESSAGES", reports);
        return environment;
    }

    /// What has been reported since this was asked last.
    public MessageFile messages() {
        return messages;
    }

    // As Dagster encodes what its libraries start with.
    private static String encoded(Map<String, String> params) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflated = new DeflaterOutputStream(bytes)) {
            deflated.write(Json.write(params).getBytes(StandardCharsets.UTF_8));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return Base64.getEncoder().encodeToString(bytes.toByteArray());
    }
}
