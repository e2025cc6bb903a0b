package dev.weir.cli.log;

import dev.weir.materializer.run.LogLine.Level;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What code prints to `System.out` and `System.err`, which are one each for a process: while anybody minds, what a step
/// prints goes to its log, what a command of another process prints goes to that one's standard error, and all else where
/// it went before.
public final class PrintedBesides implements AutoCloseable {

    private static final InheritableThreadLocal<PrintStream> OF_COMMAND = new InheritableThreadLocal<>();
    private static int minding;
    private static @Nullable PrintStream out;
    private static @Nullable PrintStream err;

    private PrintedBesides() {}

    /// Of the calling thread, and of threads that it starts, until it is closed.
    public static PrintedBesides of(PrintStream command) {
        mind();
        OF_COMMAND.set(command);
        return new PrintedBesides();
    }

    /// Where the calling thread's command prints, if that is another's than this process's own.
    static Optional<PrintStream> command() {
        return Optional.ofNullable(OF_COMMAND.get());
    }

    static synchronized void mind() {
        if (minding++ == 0) {
            out = System.out;
            err = System.err;
            System.setOut(new PrintStream(new StepStream(Level.OUT, System.out), true, StandardCharsets.UTF_8));
            System.setErr(new PrintStream(new StepStream(Level.ERR, System.err), true, StandardCharsets.UTF_8));
        }
    }

    static synchronized void mindNoMore() {
        if (--minding == 0) {
            System.setOut(out);
            System.setErr(err);
        }
    }

    @Override
    public void close() {
        OF_COMMAND.remove();
        mindNoMore();
    }
}
