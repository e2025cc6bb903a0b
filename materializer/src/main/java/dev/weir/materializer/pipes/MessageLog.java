package dev.weir.materializer.pipes;

import dev.weir.assets.Log;
import dev.weir.materializer.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.helpers.MessageFormatter;

/// Writes log lines as messages, and that the process has begun. Threads may share it.
public final class MessageLog implements Log {

    private final Path file;

    public MessageLog(Path file) {
        this.file = file;
    }

    @Override
    public void info(String message, Object... arguments) {
        write("INFO", message, arguments);
    }

    @Override
    public void warn(String message, Object... arguments) {
        write("WARNING", message, arguments);
    }

    /// Says that the author's code is called now.
    public void opened() {
        write("opened", Map.of());
    }

    private void write(String level, String message, Object... arguments) {
        String text = MessageFormatter.arrayFormat(message, arguments).getMessage();
        write("log", Map.of("level", level, "message", text));
    }

    private synchronized void write(String method, Map<String, Object> params) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("method", method);
        line.put("params", params);
        try {
            Files.writeString(
                    file, Json.write(line) + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
