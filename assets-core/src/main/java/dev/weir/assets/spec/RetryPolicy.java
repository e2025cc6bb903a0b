package dev.weir.assets.spec;

import dev.weir.assets.Backoff;
import java.time.Duration;

/// How often to try again, and after which pause.
///
/// @param max retries after the first attempt
/// @param jitter by how much a pause may differ at random, as a share of it
public record RetryPolicy(int max, Duration delay, Backoff backoff, double jitter) {

    private static final Duration LONGEST = Duration.ofHours(1);

    public static final RetryPolicy NONE = new RetryPolicy(0, Duration.ZERO, Backoff.CONSTANT, 0);

    public RetryPolicy {
        if (max < 0 || delay.isNegative() || jitter < 0 || jitter > 1) {
            throw new IllegalArgumentException(
                    "A retry needs max and delay of at least 0 and a jitter from 0 to 1, not max %d, delay %s, jitter %s"
                            .formatted(max, delay, jitter));
        }
    }

    /// The pause before a retry.
    ///
    /// @param retry the retry that follows, from 1
    /// @param random a number from 0 inclusive to 1 exclusive
    public Duration pauseBefore(int retry, double random) {
        long times = switch (backoff) {
            case CONSTANT -> 1;
            case LINEAR -> retry;
            case EXPONENTIAL -> 1L << Math.min(retry - 1, 40);
        };
        double spread = 1 + jitter * (2 * random - 1);
        double millis = Math.min((double) LONGEST.toMillis(), (double) delay.toMillis() * times) * spread;
        return Duration.ofMillis((long) millis);
    }
}
