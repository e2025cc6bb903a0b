package dev.weir.partitions.time;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.util.Optional;
import java.util.stream.IntStream;

/// How long a window is. The ordinal of a window is the number of windows since the one that holds 1970-01-01; it is
/// negative before. In order of length, the shortest first.
public enum Cadence {
    DAILY("daily") {
        @Override
        public int ordinalOf(LocalDate date) {
            return Math.toIntExact(date.toEpochDay());
        }

        @Override
        public LocalDate startOf(int ordinal) {
            return LocalDate.ofEpochDay(ordinal);
        }

        @Override
        public Optional<LocalDate> parse(String key) {
            boolean sound = key.length() == 10 && key.charAt(4) == '-' && key.charAt(7) == '-';
            return sound ? date(number(key, 0, 4), number(key, 5, 7), number(key, 8, 10)) : Optional.empty();
        }

        @Override
        public String format(int ordinal) {
            return startOf(ordinal).toString();
        }
    },
    MONTHLY("monthly") {
        @Override
        public int ordinalOf(LocalDate date) {
            return Math.toIntExact(ChronoUnit.MONTHS.between(EPOCH_MONTH, YearMonth.from(date)));
        }

        @Override
        public LocalDate startOf(int ordinal) {
            return EPOCH_MONTH.plusMonths(ordinal).atDay(1);
        }

        @Override
        public Optional<LocalDate> parse(String key) {
            boolean sound = key.length() == 7 && key.charAt(4) == '-';
            return sound ? date(number(key, 0, 4), number(key, 5, 7), 1) : Optional.empty();
        }

        @Override
        public String format(int ordinal) {
            return EPOCH_MONTH.plusMonths(ordinal).toString();
        }
    };

    private static final YearMonth EPOCH_MONTH = YearMonth.of(1970, 1);

    private final String label;

    Cadence(String label) {
        this.label = label;
    }

    /// The ordinal of the window that holds the local date.
    public abstract int ordinalOf(LocalDate date);

    /// The local date on which the window starts.
    public abstract LocalDate startOf(int ordinal);

    /// The first date of the window a key names, if it is written as this cadence's keys are.
    public abstract Optional<LocalDate> parse(String key);

    /// The key of a window.
    public abstract String format(int ordinal);

    /// The word people use: `daily`.
    public String label() {
        return label;
    }

    /// Whether windows of this length are parts of windows of the other.
    public boolean isFinerThan(Cadence other) {
        return compareTo(other) < 0;
    }

    /// Whether the window has any instant in the zone. Clocks that jump by a day leave one out: Apia never had a
    /// 2011-12-30.
    public boolean existsIn(ZoneId zone, int ordinal) {
        LocalDate start = startOf(ordinal);
        return !zone.getRules().getValidOffsets(start.atTime(LocalTime.NOON)).isEmpty()
                || start.atStartOfDay(zone).isBefore(startOf(ordinal + 1).atStartOfDay(zone));
    }

    /// The ordinals of the windows that do not exist in the zone, ascending.
    public int[] missingFrom(ZoneId zone) {
        IntStream.Builder missing = IntStream.builder();
        for (ZoneOffsetTransition change : zone.getRules().getTransitions()) {
            if (change.getDuration().compareTo(Duration.ofDays(1)) >= 0) {
                int last = ordinalOf(change.getDateTimeAfter().toLocalDate());
                for (int ordinal = ordinalOf(change.getDateTimeBefore().toLocalDate()); ordinal <= last; ordinal++) {
                    if (!existsIn(zone, ordinal)) {
                        missing.add(ordinal);
                    }
                }
            }
        }
        return missing.build().toArray();
    }

    // By hand: the formatters of the JDK cost a cold process more than all the rest of reading a key.
    private static Optional<LocalDate> date(int year, int month, int day) {
        boolean exists = year >= 0
                && month >= 1
                && month <= 12
                && day >= 1
                && day <= YearMonth.of(year, month).lengthOfMonth();
        return exists ? Optional.of(LocalDate.of(year, month, day)) : Optional.empty();
    }

    private static int number(String key, int start, int end) {
        int number = 0;
        for (int i = start; i < end; i++) {
            char digit = key.charAt(i);
            if (digit < '0' || digit > '9') {
                return -1;
            }
            number = 10 * number + digit - '0';
        }
        return number;
    }
}
