package dev.weir.cli.log;

import dev.weir.lineageui.view.LogText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Writes the log of a run, of which it keeps no more than so much; made with the first line. What was written is there also
/// if the process is killed. Threads may share it.
final class LogFile implements AutoCloseable {

    static final int MOST_OF_STEP = 1 << 20;
    static final long MOST_OF_RUN = 1L << 28;
    private static final String TOO_MUCH =
            "More than is kept was said (1 MiB an attempt, 256 MiB a run): the rest is left out.";

    private final Path file;
    private final Map<String, Integer> written = new HashMap<>();
    private @Nullable Writer writer;
    private long total;

    LogFile(Path file) {
        this.file = file;
    }

    /// Writes a line, or, once there is too much, says so once and writes nothing more.
    synchronized void write(LogText line) {
        String text = line.write();
        String attempt = line.step() + " " + line.attempt();
        int before = written.getOrDefault(attempt, 0);
        if (before > MOST_OF_STEP || total > MOST_OF_RUN) {
            return;
        }
        written.put(attempt, before + text.length());
        total += text.length();
        boolean isLast = before + text.length() > MOST_OF_STEP || total > MOST_OF_RUN;
        append(isLast ? new LogText(line.at(), line.level(), line.step(), line.attempt(), "", TOO_MUCH).write() : text);
    }

    /// Writes a line however much there is.
    synchronized void append(String text) {
        try {
            if (writer == null) {
                Files.createDirectories(file.getParent());
                writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
            }
            writer.write(text);
            writer.flush();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
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
