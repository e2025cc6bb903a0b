package dev.weir.cli.log;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.logging.LogManager;

/// How java.util.logging, and System.Logger above it, are set up when somebody first uses them: for its property
/// `java.util.logging.config.class`. What steps log goes to them, what others log nowhere.
public final class JavaLogging {

    /// For `LogManager`.
    public JavaLogging() throws IOException {
        String settings = "handlers = %s\n.level = INFO\n".formatted(JavaLogHandler.class.getName());
        LogManager.getLogManager().readConfiguration(new ByteArrayInputStream(settings.getBytes(StandardCharsets.UTF_8)));
    }
}
