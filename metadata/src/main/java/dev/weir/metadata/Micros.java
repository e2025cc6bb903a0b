package dev.weir.metadata;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Instants and durations as the tables hold them: whole microseconds, instants since 1970.
final class Micros {

    private static final long A_SECOND = 1_000_000;

    private Micros() {}

    static long of(Instant instant) {
        return instant.getEpochSecond() * A_SECOND + instant.getNano() / 1_000;
    }

    static @Nullable Long ofNullable(@Nullable Instant instant) {
        return instant == null ? null : of(instant);
    }

    static long of(Duration duration) {
        return duration.getSeconds() * A_SECOND + duration.getNano() / 1_000;
    }

    static Instant instant(long micros) {
        return Instant.ofEpochSecond(Math.floorDiv(micros, A_SECOND), Math.floorMod(micros, A_SECOND) * 1_000);
    }

    static Duration duration(long micros) {
        return Duration.ofSeconds(Math.floorDiv(micros, A_SECOND), Math.floorMod(micros, A_SECOND) * 1_000);
    }
}
