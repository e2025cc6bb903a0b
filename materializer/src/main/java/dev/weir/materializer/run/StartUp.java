package dev.weir.materializer.run;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What an attempt takes until the author's code is called: its inputs, the objects it is called on, its process. The thread of
/// the attempt says when that is over, any thread may ask.
public final class StartUp {

    private final Runnable ended;
    private volatile @Nullable Instant end;

    public StartUp() {
        this(() -> {});
    }

    /// @param ended called when it is over
    public StartUp(Runnable ended) {
        this.ended = ended;
    }

    /// Said again, as by a command that tells when it is ready, the last time counts.
    public void endedAt(Instant now) {
        end = now;
        ended.run();
    }

    /// How long it took within an attempt; zero if it never ended. Clocks of other processes may be wrong.
    Duration within(Instant begin, Duration attempt) {
        Instant ended = end;
        if (ended == null || ended.isBefore(begin)) {
            return Duration.ZERO;
        }
        Duration took = Duration.between(begin, ended);
        return took.compareTo(attempt) > 0 ? attempt : took;
    }
}
