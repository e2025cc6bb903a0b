package dev.weir.cli.log;

import dev.weir.assets.Log;
import dev.weir.lineageui.view.LogText;
import dev.weir.materializer.mask.Mask;
import dev.weir.materializer.run.LogLine;
import dev.weir.materializer.run.LogLine.Level;
import dev.weir.materializer.run.RunListener;
import dev.weir.materializer.run.StepTask;
import dev.weir.materializer.step.StepLogging;
import dev.weir.materializer.version.Names;
import dev.weir.materializer.version.RunId;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.helpers.MessageFormatter;

/// Tells and keeps what the steps of a run say. While it is open, `System.out` and `System.err` belong to the steps.
public final class RunLog implements StepLogging, AutoCloseable {

    private final Path folder;
    private final Names names;
    private final InstantSource clock;
    private final RunListener listener;
    private final Mask mask;
    private @Nullable LogFile file;
    private CurrentStep.@Nullable Sink ofNoStep;

    /// @param folder of the logs of all runs
    /// @param mask takes secrets out of what is said
    public RunLog(Path folder, Names names, InstantSource clock, RunListener listener, Mask mask) {
        this.folder = folder;
        this.names = names;
        this.clock = clock;
        this.listener = listener;
        this.mask = mask;
        PrintedBesides.mind();
    }

    /// The file of a run, if it says anything.
    public static Path fileOf(Path folder, RunId run) {
        return folder.resolve(run + ".log");
    }

    @Override
    public Log of(StepTask task) {
        AttemptLog log = logOf(task);
        return new Log() {
            @Override
            public void info(String message, Object... arguments) {
                log.say(Level.INFO, "", text(message, arguments));
            }

            @Override
            public void warn(String message, Object... arguments) {
                log.say(Level.WARN, "", text(message, arguments));
            }
        };
    }

    private static String text(String message, Object... arguments) {
        return MessageFormatter.arrayFormat(message, arguments).getMessage();
    }

    @Override
    public Capture capture(StepTask task) {
        AttemptLog log = logOf(task);
        begin(task.run());
        CurrentStep.enter(log);
        return () -> {
            log.flush();
            CurrentStep.leave();
        };
    }

    private synchronized void begin(RunId run) {
        if (ofNoStep == null) {
            ofNoStep = new AttemptLog(Optional.empty(), 0, clock, line -> say(run, line));
            CurrentStep.begin(ofNoStep);
        }
    }

    private AttemptLog logOf(StepTask task) {
        return new AttemptLog(
                Optional.of(task.step().target()), task.attempt(), clock, line -> say(task.run(), line));
    }

    private void say(RunId run, LogLine said) {
        LogLine line = new LogLine(
                said.at(), said.level(), said.step(), said.attempt(), mask.text(said.logger()), mask.text(said.text()));
        file(run).write(textOf(line));
        listener.said(line);
    }

    private LogText textOf(LogLine line) {
        return new LogText(
                line.at(), line.level(), line.step().map(names::of).orElse(""), line.attempt(), line.logger(), line.text());
    }

    // What was thrown is told with the end of the step, and kept whatever else was said.
    @Override
    public void thrown(StepTask task, String trace) {
        LogLine line = new LogLine(
                clock.instant(), Level.ERROR, Optional.of(task.step().target()), task.attempt(), "", trace);
        file(task.run()).append(textOf(line).write());
    }

    private synchronized LogFile file(RunId run) {
        LogFile opened = file;
        if (opened == null) {
            opened = new LogFile(fileOf(folder, run));
            file = opened;
        }
        return opened;
    }

    @Override
    public synchronized void close() {
        PrintedBesides.mindNoMore();
        if (ofNoStep != null) {
            CurrentStep.end(ofNoStep);
        }
        if (file != null) {
            file.close();
        }
    }
}
