package dev.weir.cli.log;

import dev.weir.materializer.run.LogLine;
import dev.weir.materializer.run.LogLine.Level;
import dev.weir.materializer.version.AssetPartition;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Consumer;

/// What one attempt says, line by line. Threads may share it.
final class AttemptLog implements CurrentStep.Sink {

    private final Optional<AssetPartition> step;
    private final int attempt;
    private final InstantSource clock;
    private final Consumer<LogLine> lines;
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream(0);
    private Level stream = Level.OUT;

    AttemptLog(Optional<AssetPartition> step, int attempt, InstantSource clock, Consumer<LogLine> lines) {
        this.step = step;
        this.attempt = attempt;
        this.clock = clock;
        this.lines = lines;
    }

    @Override
    public void say(Level level, String logger, String text) {
        lines.accept(new LogLine(clock.instant(), level, step, attempt, logger, text));
    }

    @Override
    public synchronized void print(Level level, byte[] bytes, int from, int length) {
        if (level != stream) {
            flush();
            stream = level;
        }
        for (int i = from; i < from + length; i++) {
            if (bytes[i] == '\n') {
                line();
            } else {
                printed.write(bytes[i]);
            }
        }
    }

    /// Says the line that was begun and not ended.
    synchronized void flush() {
        if (printed.size() > 0) {
            line();
        }
    }

    private void line() {
        String text = printed.toString(StandardCharsets.UTF_8);
        printed.reset();
        say(stream, "", text.endsWith("\r") ? text.substring(0, text.length() - 1) : text);
    }
}
