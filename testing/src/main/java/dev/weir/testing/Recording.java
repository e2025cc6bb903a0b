package dev.weir.testing;

import dev.weir.assets.Log;
import dev.weir.materializer.publish.StepResult;
import dev.weir.materializer.run.RunListener;
import dev.weir.materializer.run.StepTask;
import dev.weir.materializer.step.StepLogging;
import dev.weir.materializer.version.AssetPartition;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.helpers.MessageFormatter;

/// Keeps how the steps of a run ended, and what their methods wrote into their logs.
final class Recording implements RunListener, StepLogging {

    private final List<StepResult> results = new ArrayList<>();
    private final List<Line> lines = new ArrayList<>();

    /// One line of a step's log.
    record Line(AssetPartition step, String text) {}

    @Override
    public synchronized void ended(StepResult result) {
        results.add(result);
    }

    @Override
    public Log of(StepTask task) {
        AssetPartition step = task.step().target();
        return new Log() {
            @Override
            public void info(String message, Object... arguments) {
                add(step, message, arguments);
            }

            @Override
            public void warn(String message, Object... arguments) {
                add(step, message, arguments);
            }
        };
    }

    // What was thrown is in the result.
    @Override
    public void thrown(StepTask task, String trace) {}

    private synchronized void add(AssetPartition step, String message, Object... arguments) {
        lines.add(new Line(step, MessageFormatter.arrayFormat(message, arguments).getMessage()));
    }

    synchronized List<StepResult> results() {
        return List.copyOf(results);
    }

    synchronized List<Line> lines() {
        return List.copyOf(lines);
    }
}
