package dev.weir.cli.log;

import dev.weir.materializer.run.LogLine.Level;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;
import org.slf4j.helpers.LegacyAbstractLogger;
import org.slf4j.helpers.MessageFormatter;

/// An SLF4J logger that writes to the step of the calling thread, from INFO on. Of the engine's own loggers nothing is heard.
final class StepLogger extends LegacyAbstractLogger {

    private static final long serialVersionUID = 1;

    private final boolean isHeard;

    StepLogger(String name) {
        this.name = name;
        this.isHeard = !EngineLoggers.contain(name);
    }

    private boolean isEnabled() {
        return isHeard && CurrentStep.any().isPresent();
    }

    @Override
    public boolean isTraceEnabled() {
        return false;
    }

    @Override
    public boolean isDebugEnabled() {
        return false;
    }

    @Override
    public boolean isInfoEnabled() {
        return isEnabled();
    }

    @Override
    public boolean isWarnEnabled() {
        return isEnabled();
    }

    @Override
    public boolean isErrorEnabled() {
        return isEnabled();
    }

    @Override
    protected @Nullable String getFullyQualifiedCallerName() {
        return null;
    }

    @Override
    protected void handleNormalizedLoggingCall(
            org.slf4j.event.Level level,
            @Nullable Marker marker,
            String message,
            Object @Nullable [] arguments,
            @Nullable Throwable thrown) {
        String text = MessageFormatter.basicArrayFormat(message, arguments);
        CurrentStep.any().ifPresent(step -> step.say(levelOf(level), name, withTrace(text, thrown)));
    }

    private static Level levelOf(org.slf4j.event.Level level) {
        return switch (level) {
            case ERROR -> Level.ERROR;
            case WARN -> Level.WARN;
            case INFO, DEBUG, TRACE -> Level.INFO;
        };
    }

    static String withTrace(String text, @Nullable Throwable thrown) {
        if (thrown == null) {
            return text;
        }
        StringWriter trace = new StringWriter();
        thrown.printStackTrace(new PrintWriter(trace));
        return text + "\n" + trace;
    }
}
