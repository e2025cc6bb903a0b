package dev.weir.partitions.time;

import dev.weir.partitions.TimeWindow;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;

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
        public LocalDate parse(String key) {
            return LocalDate.parse(key);
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
        public LocalDate parse(String key) {
            return YearMonth.parse(key).atDay(1);
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

    /// The first date of the window a key names.
    ///
    /// @throws DateTimeParseException if the key is not written as this cadence's keys are
    public abstract LocalDate parse(String key);

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

    /// The window in a zone. Where midnight does not exist that day, the window starts at the first instant that does.
    public TimeWindow windowOf(int ordinal, ZoneId zone) {
        return new TimeWindow(
                startOf(ordinal).atStartOfDay(zone).toInstant(),
                startOf(ordinal + 1).atStartOfDay(zone).toInstant(),
                zone);
    }
}
