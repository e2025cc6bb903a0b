package dev.weir.materializer.run;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;

/// Where the threads of runs come from, how they wait for each other, and how time passes for them. Normally these are
/// the machine's; a simulation decides itself who goes next. One object serves a process; threads may share it.
public interface Threads {

    /// The threads and the time of this machine.
    Threads OF_THIS_MACHINE = new MachineThreads();

    /// Starts something that may be interrupted and of which there may be very many at once.
    Work start(Runnable work);

    /// Starts something that lasts as long as a run.
    Work start(String name, Runnable work);

    <T> BlockingQueue<T> queue();

    Timer timer(String name);

    /// Waits.
    void pause(Duration length) throws InterruptedException;

    /// Measures how much time passes; says nothing about the time of day.
    long nanoTime();

    /// Something under way in a thread of its own.
    interface Work {
        void interrupt();

        /// Whether it has called System.exit, and waits for the end of the process.
        default boolean isExiting() {
            return false;
        }

        /// Waits for its end, also if the waiting thread is interrupted meanwhile, which it finds out afterwards.
        void await();
    }

    /// Does things later, one at a time. Nothing starts after it is closed; what is being done then may end.
    interface Timer extends AutoCloseable {
        void after(Duration pause, Runnable action);

        /// Again and again, with this pause before and between.
        void every(Duration pause, Runnable action);

        @Override
        void close();
    }
}
