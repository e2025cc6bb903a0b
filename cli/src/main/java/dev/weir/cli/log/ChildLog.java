package dev.weir.cli.log;

import dev.weir.materializer.run.LogLine.Level;

/// In the process of one step: prints what is logged, for Weir's process to hear.
public final class ChildLog implements CurrentStep.Sink {

    private ChildLog() {}

    /// From now on.
    public static void begin() {
        CurrentStep.begin(new ChildLog());
    }

    @Override
    public void say(Level level, String logger, String text) {
        System.err.println(logger.isEmpty() ? level + " " + text : "%s %s: %s".formatted(level, logger, text));
    }

    @Override
    public void print(Level level, byte[] bytes, int from, int length) {
        throw new IllegalStateException("Nobody takes what is printed away from it");
    }
}
