package dev.weir.materializer.step;

import dev.weir.assets.Log;
import dev.weir.materializer.run.StepTask;

/// Where what steps say goes. Threads share it.
@FunctionalInterface
public interface StepLogging {

    /// The log that a method may ask for.
    Log of(StepTask task);

    /// From now on also takes what the calling thread, and threads that it starts, say in other ways.
    default Capture capture(StepTask task) {
        return Capture.NONE;
    }

    /// Keeps what an attempt threw.
    default void thrown(StepTask task, String trace) {
        of(task).warn("{}", trace);
    }

    /// Takes something until it is closed, by the thread that began it.
    interface Capture extends AutoCloseable {
        Capture NONE = () -> {};

        @Override
        void close();
    }
}
