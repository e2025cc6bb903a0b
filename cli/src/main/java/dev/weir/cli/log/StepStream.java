package dev.weir.cli.log;

import dev.weir.materializer.run.LogLine.Level;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.Optional;

/// Takes what is printed: of a step into its log, of a command of another process to that one, of all others where it went
/// before.
final class StepStream extends OutputStream {

    private final Level level;
    private final PrintStream before;

    StepStream(Level level, PrintStream before) {
        this.level = level;
        this.before = before;
    }

    @Override
    public void write(int b) {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) {
        Optional<CurrentStep.Sink> step = CurrentStep.step();
        if (step.isPresent()) {
            step.get().print(level, bytes, from, length);
        } else {
            others().write(bytes, from, length);
        }
    }

    @Override
    public void flush() {
        others().flush();
    }

    private PrintStream others() {
        return PrintedBesides.command().orElse(before);
    }
}
