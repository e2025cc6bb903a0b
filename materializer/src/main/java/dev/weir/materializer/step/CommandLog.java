package dev.weir.materializer.step;

import dev.weir.assets.Log;
import dev.weir.materializer.process.ChildProcess;
import dev.weir.materializer.pipes.MessageFile;
import dev.weir.materializer.pipes.PipesMessage;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;

/// What a process says, as the log of its step. Threads share it.
public final class CommandLog implements ChildProcess.Printed, MessageFile.Reader {

    private static final int REMEMBERED = 5;

    private final Log log;
    private final Runnable opened;
    private final Deque<String> lastErrors = new ArrayDeque<>();
    private final Deque<String> lastLines = new ArrayDeque<>();

    /// @param opened called when it says that it has begun
    public CommandLog(Log log, Runnable opened) {
        this.log = log;
        this.opened = opened;
    }

    @Override
    public synchronized void out(String line) {
        log.info("{}", line);
        remember(line, lastLines);
    }

    @Override
    public synchronized void err(String line) {
        log.info("{}", line);
        remember(line, lastErrors);
    }

    private static void remember(String line, Deque<String> last) {
        if (!line.isBlank()) {
            last.add(line.strip());
        }
        if (last.size() > REMEMBERED) {
            last.remove();
        }
    }

    /// Whether one of the last lines on its standard output begins like this.
    public synchronized boolean hasPrinted(String beginning) {
        return lastLines.stream().anyMatch(line -> line.startsWith(beginning));
    }

    /// Of messages, takes those that are log lines, and that it has begun.
    @Override
    public void take(PipesMessage message) {
        if (message instanceof PipesMessage.Log(String level, String text)) {
            reported(level, text);
        } else if (message instanceof PipesMessage.Opened) {
            opened.run();
        }
    }

    @Override
    public void malformed(String line, String why) {
        reported("WARNING", "A message could not be read, as %s: %s".formatted(why, line));
    }

    /// A line that was reported with a level, such as `WARNING`.
    void reported(String level, String text) {
        switch (level.toUpperCase(Locale.ROOT)) {
            case "WARN", "WARNING", "ERROR", "CRITICAL", "FATAL" -> log.warn("{}", text);
            default -> log.info("{}", text);
        }
    }

    /// The end of what it printed on its standard error, as one line.
    synchronized String lastLines() {
        return String.join(" | ", lastErrors);
    }
}
