package dev.weir.materializer.value;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/// What columns can hold of what Java can say. DuckDB keeps the outermost numbers for infinity.
final class ColumnRange {
    private static final long FIRST_DAY = -Integer.MAX_VALUE + 1L;
    private static final long LAST_DAY = Integer.MAX_VALUE - 1L;
    // A time of DuckDB begins with a whole day.
    private static final Instant FIRST_INSTANT = Instant.EPOCH.plus(-106_751_991L, ChronoUnit.DAYS);
    private static final Instant LAST_INSTANT = Instant.EPOCH.plus(Long.MAX_VALUE - 1, ChronoUnit.MICROS);
    private static final long MICROS = 1_000_000;

    private ColumnRange() {}

    static int days(String column, LocalDate value) {
        long day = value.toEpochDay();
        if (day < FIRST_DAY || day > LAST_DAY) {
            throw outside(column, value, LocalDate.ofEpochDay(FIRST_DAY), LocalDate.ofEpochDay(LAST_DAY));
        }
        return (int) day;
    }

    static long micros(String column, Instant value) {
        if (value.isBefore(FIRST_INSTANT) || value.isAfter(LAST_INSTANT)) {
            throw outside(column, value, FIRST_INSTANT, LAST_INSTANT);
        }
        return micros(value);
    }

    static long micros(String column, LocalDateTime value) {
        Instant instant = value.toInstant(ZoneOffset.UTC);
        if (instant.isBefore(FIRST_INSTANT) || instant.isAfter(LAST_INSTANT)) {
            throw outside(column, value, inUtc(FIRST_INSTANT), inUtc(LAST_INSTANT));
        }
        return micros(instant);
    }

    /// @throws UnfitValueException if it has half of a pair of surrogates, which would become a question mark
    static byte[] utf8(String column, String value) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        for (byte each : bytes) {
            // Only a text that seems to have one can have lost something.
            if (each == '?') {
                requirePairs(column, value);
                break;
            }
        }
        return bytes;
    }

    private static void requirePairs(String column, String value) {
        for (int at = 0; at < value.length(); at++) {
            char c = value.charAt(at);
            if (Character.isHighSurrogate(c) && at + 1 < value.length() && Character.isLowSurrogate(value.charAt(at + 1))) {
                at++;
            } else if (Character.isSurrogate(c)) {
                throw new UnfitValueException(
                        "Column %s has \\u%04x at index %d of its text, half of a surrogate pair, which no file can hold: cut texts between whole characters"
                                .formatted(column, (int) c, at));
            }
        }
    }

    private static long micros(Instant value) {
        return Math.addExact(Math.multiplyExact(value.getEpochSecond(), MICROS), value.getNano() / 1000);
    }

    private static LocalDateTime inUtc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }

    private static UnfitValueException outside(String column, Object value, Object first, Object last) {
        return new UnfitValueException("Column %s is %s; it holds %s to %s: leave the value out, or give one of these"
                .formatted(column, value, first, last));
    }
}
