package dev.weir.cli.wiring;

import dev.weir.assets.Log;
import dev.weir.materializer.run.StepTask;
import dev.weir.materializer.version.Names;
import dev.weir.materializer.version.RunId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.helpers.MessageFormatter;

/// Keeps the lines that the methods of a run write, in one file for each run that writes any. Threads may share it.
final class StepLogs implements AutoCloseable {
    private final Path folder;
    private final Names names;
    private final InstantSource clock;
    private @Nullable Writer writer;

    StepLogs(Path folder, Names names, InstantSource clock) {
        this.folder = folder;
        this.names = names;
        this.clock = clock;
    }

    /// The log of one attempt.
    Log of(StepTask task) {
        return new Log() {
            @Override
            public void info(String message, Object... arguments) {
                write(task, "INFO", message, arguments);
            }

            @Override
            public void warn(String message, Object... arguments) {
                write(task, "WARN", message, arguments);
            }
        };
    }

    private synchronized void write(StepTask task, String level, String message, Object... arguments) {
        String text = MessageFormatter.arrayFormat(message, arguments).getMessage();
        String line = "%s %-4s step=%s attempt=%d %s\n"
                .formatted(
                        clock.instant(),
                        level,
                        names.of(task.step().target()),
                        task.attempt(),
                        text);
        try {
            if (writer == null) {
                writer = open(task.run());
            }
            writer.write(line);
            writer.flush();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    static Path fileOf(Path folder, RunId run) {
        return folder.resolve(run + ".log");
    }

    private Writer open(RunId run) throws IOException {
        Files.createDirectories(folder);
        return Files.newBufferedWriter(fileOf(folder, run), StandardCharsets.UTF_8);
    }

    @Override
    public synchronized void close() {
        if (writer != null) {
            try {
                writer.close();
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    }
}
