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
        if (!fits(value)) {
            throw outside(column, value);
        }
        return (int) value.toEpochDay();
    }

    static long micros(String column, Instant value) {
        if (!fits(value)) {
            throw outside(column, value);
        }
        return micros(value);
    }

    static long micros(String column, LocalDateTime value) {
        Instant instant = value.toInstant(ZoneOffset.UTC);
        if (!fits(instant)) {
            throw outside(column, value);
        }
        return micros(instant);
    }

    /// What fills a question mark of a query is held to the same.
    ///
    /// @throws IllegalArgumentException if no column can hold it
    static void requireArgument(int number, Object value) {
        boolean fits = switch (value) {
            case LocalDate day -> fits(day);
            case LocalDateTime time -> fits(time.toInstant(ZoneOffset.UTC));
            case Instant instant -> fits(instant);
            default -> true;
        };
        if (!fits) {
            throw new IllegalArgumentException("Argument %s of the query is %s; a question mark takes %s: leave the value out, or give one of these"
                    .formatted(number, value, range(value)));
        }
        if (value instanceof String text && loneSurrogate(text) >= 0) {
            throw new IllegalArgumentException("Argument %s of the query has %s".formatted(number, lone(text)));
        }
    }

    private static boolean fits(LocalDate value) {
        long day = value.toEpochDay();
        return FIRST_DAY <= day && day <= LAST_DAY;
    }

    private static boolean fits(Instant value) {
        return !value.isBefore(FIRST_INSTANT) && !value.isAfter(LAST_INSTANT);
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
        if (loneSurrogate(value) >= 0) {
            throw new UnfitValueException("Column %s has %s".formatted(column, lone(value)));
        }
    }

    private static String lone(String text) {
        int at = loneSurrogate(text);
        return "\\u%04x at index %s of its text, half of a surrogate pair, which no file can hold: cut texts between whole characters"
                .formatted((int) text.charAt(at), at);
    }

    /// Where half of a pair of surrogates stands alone; -1 if nowhere.
    static int loneSurrogate(String text) {
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (Character.isHighSurrogate(c) && at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1))) {
                at++;
            } else if (Character.isSurrogate(c)) {
                return at;
            }
        }
        return -1;
    }

    private static long micros(Instant value) {
        return Math.addExact(Math.multiplyExact(value.getEpochSecond(), MICROS), value.getNano() / 1000);
    }

    private static UnfitValueException outside(String column, Object value) {
        return new UnfitValueException("Column %s is %s; it holds %s: leave the value out, or give one of these"
                .formatted(column, value, range(value)));
    }

    private static String range(Object value) {
        return switch (value) {
            case LocalDate _ -> "%s to %s".formatted(LocalDate.ofEpochDay(FIRST_DAY), LocalDate.ofEpochDay(LAST_DAY));
            case LocalDateTime _ -> "%s to %s".formatted(inUtc(FIRST_INSTANT), inUtc(LAST_INSTANT));
            default -> "%s to %s".formatted(FIRST_INSTANT, LAST_INSTANT);
        };
    }

    private static LocalDateTime inUtc(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
