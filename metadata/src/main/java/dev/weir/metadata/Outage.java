package dev.weir.metadata;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// For how long a database has been away that had answered before, or has said that it is starting up. Threads share it.
///
/// Whoever asks it meanwhile waits and asks again, until it has been away for half a minute: then everybody is told at once,
/// so that they do not queue behind each other for half a minute each, until it answers again.
final class Outage {

    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(30);
    private static final long SHORTEST = TimeUnit.MILLISECONDS.toNanos(50);
    private static final long LONGEST = TimeUnit.SECONDS.toNanos(1);

    private final Sharing sharing;
    private volatile State state = new State.NeverAnswered();

    private sealed interface State {
        record NeverAnswered() implements State {}

        record Answering() implements State {}

        record AwaySince(long nanos) implements State {}
    }

    Outage(Sharing sharing) {
        this.sharing = sharing;
    }

    /// It has answered.
    void isOver() {
        if (!(state instanceof State.Answering)) {
            state = new State.Answering();
        }
    }

    /// Waits a little, if it may be back then. The file of a process's own does not come back by itself, and at first it may be
    /// the wrong address.
    ///
    /// @param comes whether it has said that it is starting up
    boolean isWaitedFor(boolean comes) {
        long now = System.nanoTime();
        if (comes && state instanceof State.NeverAnswered) {
            state = new State.Answering();
        }
        long since =
                switch (state) {
                    case State.NeverAnswered _ -> now - PATIENCE;
                    case State.Answering _ -> {
                        state = new State.AwaySince(now);
                        yield now;
                    }
                    case State.AwaySince(long nanos) -> nanos;
                };
        long away = now - since;
        if (sharing == Sharing.ONE_PROCESS || away >= PATIENCE) {
            return false;
        }
        LockSupport.parkNanos(Math.clamp(away / 4, SHORTEST, LONGEST));
        return true;
    }
}
