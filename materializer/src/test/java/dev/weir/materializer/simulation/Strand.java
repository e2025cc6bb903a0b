package dev.weir.materializer.simulation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/// Something that stops in the middle and is gone on with later. It has a thread, but runs only while the loop waits for
/// it, so that of all threads exactly one runs at any moment.
final class Strand {

    /// The process it belongs to is dead: nothing more happens there.
    static final class Died extends Error {
        Died() {
            super("The process is dead", null, false, false);
        }
    }

    private final String name;
    private final SimulatedProcess process;
    private final Semaphore go = new Semaphore(0);
    private final Semaphore back = new Semaphore(0);
    private final Thread thread;
    private final List<Strand> waiting = new ArrayList<>();
    private @Nullable Throwable failure;
    private boolean interrupted;
    private Instant interruptedFirst = Instant.MAX;
    private boolean ended;
    // Which stop it is at: what was meant to wake it from an earlier one is late.
    private int stop;

    Strand(String name, SimulatedProcess process, Runnable work) {
        this.name = name;
        this.process = process;
        this.thread = Thread.ofVirtual().unstarted(() -> live(work));
    }

    private void live(Runnable work) {
        go.acquireUninterruptibly();
        try {
            if (!process.isDead()) {
                work.run();
            }
        } catch (Died died) {
            // That is how a crash ends it.
        } catch (Throwable unexpected) {
            failure = unexpected;
        }
        ended = true;
        back.release();
    }

    /// Called by the loop: goes on until the next stop.
    void goOn() {
        if (thread.getState() == Thread.State.NEW) {
            thread.start();
        }
        go.release();
        back.acquireUninterruptibly();
    }

    /// Called by the strand itself.
    void stop() {
        if (process.isDead()) {
            throw new Died();
        }
        stop++;
        back.release();
        go.acquireUninterruptibly();
        if (process.isDead()) {
            throw new Died();
        }
    }

    int stopNumber() {
        return stop;
    }

    SimulatedProcess process() {
        return process;
    }

    boolean hasEnded() {
        return ended;
    }

    List<Strand> waitingForItsEnd() {
        return waiting;
    }

    @Nullable Throwable failure() {
        return failure;
    }

    void interrupt(Instant at) {
        interrupted = true;
        interruptedFirst = at.isBefore(interruptedFirst) ? at : interruptedFirst;
    }

    /// When it was interrupted first; far in the future if it was not yet.
    Instant interruptedFirst() {
        return interruptedFirst;
    }

    /// Whether it was interrupted since it was asked last.
    boolean takeInterruption() {
        boolean was = interrupted;
        interrupted = false;
        return was;
    }

    @Override
    public String toString() {
        return process + "/" + name;
    }
}
