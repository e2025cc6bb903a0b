package dev.weir.materializer.run;

import dev.weir.materializer.publish.UnknownOutcome;
import java.time.Duration;
import java.util.random.RandomGenerator;

/// Offers a group again for as long as a store may take to come back: pauses of 50 ms and more, up to 2 s each, about
/// half a minute in all. What cannot pass by itself is refused for good.
public final class PatientRetry implements UnknownOutcome {

    private static final int OFFERS = 20;
    private static final long LONGEST_MS = 2_000;

    private final RandomGenerator random;
    private final Threads threads;

    public PatientRetry(RandomGenerator random, Threads threads) {
        this.random = random;
        this.threads = threads;
    }

    @Override
    public void retry(int attempt, RuntimeException failure) {
        if (attempt >= OFFERS || !Retries.mayHelp(failure)) {
            throw failure;
        }
        long pause = Math.min(LONGEST_MS, 50L << Math.min(attempt - 1, 10));
        try {
            threads.pause(Duration.ofMillis(pause / 2 + random.nextLong(pause / 2 + 1)));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw failure;
        }
    }
}
