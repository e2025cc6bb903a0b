package dev.weir.cli.log;

import dev.weir.materializer.run.LogLine.Level;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Which step the calling thread works for. A thread inherits it from the one that starts it; a thread that was there
/// before, such as one of the common pool, works for none, and what it says goes to the run.
final class CurrentStep {

    // SLF4J and java.util.logging ask for loggers by static methods, so where they write to is found by one too.
    private static final InheritableThreadLocal<Sink> OF_THREAD = new InheritableThreadLocal<>();
    private static final Set<Sink> RUNS = ConcurrentHashMap.newKeySet();

    private CurrentStep() {}

    /// Takes what is said.
    interface Sink {
        void say(Level level, String logger, String text);

        /// Takes bytes that were printed; they need not be whole lines.
        void print(Level level, byte[] bytes, int from, int length);
    }

    static void enter(Sink step) {
        OF_THREAD.set(step);
    }

    static void leave() {
        OF_THREAD.remove();
    }

    static void begin(Sink run) {
        RUNS.add(run);
    }

    static void end(Sink run) {
        RUNS.remove(run);
    }

    /// The step of the calling thread.
    static Optional<Sink> step() {
        return Optional.ofNullable(OF_THREAD.get());
    }

    /// The step of the calling thread, or else the run, if there is one. Of several nobody knows which it is.
    static Optional<Sink> any() {
        return step().or(() -> {
            List<Sink> runs = List.copyOf(RUNS);
            return runs.size() == 1 ? Optional.of(runs.getFirst()) : Optional.empty();
        });
    }
}
