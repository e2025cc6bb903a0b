package dev.weir.cli.log;

import dev.weir.materializer.run.LogLine.Level;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.SimpleFormatter;

/// Gives records of java.util.logging to the step of the calling thread.
public final class JavaLogHandler extends Handler {

    private final SimpleFormatter formatter = new SimpleFormatter();

    @Override
    public void publish(LogRecord entry) {
        String logger = String.valueOf(entry.getLoggerName());
        if (!EngineLoggers.contain(logger)) {
            String text = StepLogger.withTrace(formatter.formatMessage(entry), entry.getThrown());
            CurrentStep.any().ifPresent(step -> step.say(levelOf(entry.getLevel()), logger, text));
        }
    }

    private static Level levelOf(java.util.logging.Level level) {
        if (level.intValue() >= java.util.logging.Level.SEVERE.intValue()) {
            return Level.ERROR;
        }
        return level.intValue() >= java.util.logging.Level.WARNING.intValue() ? Level.WARN : Level.INFO;
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
}
