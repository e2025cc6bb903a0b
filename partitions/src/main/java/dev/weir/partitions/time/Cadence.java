package dev.weir.partitions.time;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;

/// How long a window is. The ordinal of a window is the number of windows since the one that holds 1970-01-01; it is
/// negative before.
public sealed interface Cadence {

    /// The word people use: `daily`.
    String label();

    /// The first instant of a window in a zone. Where the clocks jumped over a window, it starts where the next one does.
    Instant startOf(int ordinal, ZoneId zone);

    /// The ordinal of the window that holds the instant.
    int ordinalAt(Instant instant, ZoneId zone);

    /// The ordinal of the window that holds the first instant of a local date.
    int ordinalOf(LocalDate date, ZoneId zone);

    /// The key of a window.
    String format(int ordinal, ZoneId zone);

    /// Whether a text is written as the keys of this cadence are.
    boolean isKey(String text);

    /// The windows that a key names: none where the clocks jumped over it, two where they ran through it twice.
    ///
    /// @throws java.util.NoSuchElementException if the text is no key of this cadence
    int[] ordinalsOf(String key, ZoneId zone);

    /// The first instant at which the local clock shows what a key names, or has jumped over it.
    ///
    /// @throws java.util.NoSuchElementException if the text is no key of this cadence
    Instant nominalStart(String key, ZoneId zone);

    /// The ordinals of the windows that do not exist in the zone, ascending.
    int[] missingFrom(ZoneId zone);

    /// Whether the window has any instant in the zone. Clocks that jump by a day leave one out: Apia never had a
    /// 2011-12-30.
    default boolean existsIn(ZoneId zone, int ordinal) {
        return startOf(ordinal, zone).isBefore(startOf(ordinal + 1, zone));
    }

    /// Whether windows of this length are shorter than those of the other.
    default boolean isFinerThan(Cadence other) {
        return rank() < other.rank();
    }

    /// Whether every window of this length lies in one of the other's: days in weeks and in months, weeks in no months.
    default boolean divides(Cadence other) {
        return equals(other) || (isFinerThan(other) && !(this instanceof Weeks));
    }

    /// The name under which an index and a digest know it.
    default String code() {
        return this instanceof Weeks(DayOfWeek first) && first != DayOfWeek.MONDAY
                ? "WEEKLY_" + first
                : label().toUpperCase(Locale.ROOT);
    }

    /// @throws IllegalArgumentException if no cadence has that [#code]
    static Cadence valueOf(String code) {
        return switch (code) {
            case "HOURLY" -> new Hours();
            case "DAILY" -> new Days();
            case "WEEKLY" -> new Weeks(DayOfWeek.MONDAY);
            case "MONTHLY" -> new Months();
            default -> {
                if (!code.startsWith("WEEKLY_")) {
                    throw new IllegalArgumentException("No cadence is called " + code);
                }
                yield new Weeks(DayOfWeek.valueOf(code.substring("WEEKLY_".length())));
            }
        };
    }

    private int rank() {
        return switch (this) {
            case Hours _ -> 0;
            case Days _ -> 1;
            case Weeks _ -> 2;
            case Months _ -> 3;
        };
    }

    /// From each full hour of the local clock to the next. The ordinal counts hours of UTC.
    record Hours() implements Cadence {
        @Override
        public String label() {
            return "hourly";
        }

        @Override
        public Instant startOf(int ordinal, ZoneId zone) {
            return new HourClock(zone).startOf(ordinal);
        }

        @Override
        public int ordinalAt(Instant instant, ZoneId zone) {
            return new HourClock(zone).ordinalAt(instant);
        }

        @Override
        public int ordinalOf(LocalDate date, ZoneId zone) {
            return ordinalAt(date.atStartOfDay(zone).toInstant(), zone);
        }

        @Override
        public String format(int ordinal, ZoneId zone) {
            return new HourKeys(zone).format(ordinal);
        }

        @Override
        public boolean isKey(String text) {
            return HourKeys.isKey(text);
        }

        @Override
        public int[] ordinalsOf(String key, ZoneId zone) {
            return new HourKeys(zone).ordinalsOf(key);
        }

        @Override
        public Instant nominalStart(String key, ZoneId zone) {
            return new HourKeys(zone).nominalStart(key);
        }

        @Override
        public int[] missingFrom(ZoneId zone) {
            return new HourClock(zone).missing();
        }
    }

    /// Windows of whole local dates. Their ordinals need no zone.
    sealed interface Dates extends Cadence {

        /// The ordinal of the window that holds the local date.
        int ordinalOf(LocalDate date);

        /// The local date on which the window starts.
        LocalDate startOf(int ordinal);

        String format(int ordinal);

        /// The first date of the window a key names, if it is written as this cadence's keys are.
        Optional<LocalDate> parse(String key);

        @Override
        default Instant startOf(int ordinal, ZoneId zone) {
            return startOf(ordinal).atStartOfDay(zone).toInstant();
        }

        @Override
        default int ordinalAt(Instant instant, ZoneId zone) {
            return ordinalOf(LocalDate.ofInstant(instant, zone));
        }

        @Override
        default int ordinalOf(LocalDate date, ZoneId zone) {
            return ordinalOf(date);
        }

        @Override
        default String format(int ordinal, ZoneId zone) {
            return format(ordinal);
        }

        @Override
        default boolean isKey(String text) {
            return parse(text).isPresent();
        }

        @Override
        default int[] ordinalsOf(String key, ZoneId zone) {
            int ordinal = ordinalOf(parse(key).orElseThrow());
            return existsIn(zone, ordinal) ? new int[] {ordinal} : new int[0];
        }

        @Override
        default Instant nominalStart(String key, ZoneId zone) {
            return parse(key).orElseThrow().atStartOfDay(zone).toInstant();
        }

        @Override
        default boolean existsIn(ZoneId zone, int ordinal) {
            return SkippedDates.isThere(this, zone, ordinal);
        }

        @Override
        default int[] missingFrom(ZoneId zone) {
            return SkippedDates.of(this, zone);
        }
    }

    record Days() implements Dates {
        @Override
        public String label() {
            return "daily";
        }

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
            return KeyText.date(key);
        }

        @Override
        public String format(int ordinal) {
            return startOf(ordinal).toString();
        }
    }

    /// @param first the weekday a week begins on
    record Weeks(DayOfWeek first) implements Dates {

        private static final int DAYS = 7;

        @Override
        public String label() {
            return "weekly";
        }

        // 1970-01-01 was a Thursday.
        private int daysBeforeEpoch() {
            return Math.floorMod(DayOfWeek.THURSDAY.getValue() - first.getValue(), DAYS);
        }

        @Override
        public int ordinalOf(LocalDate date) {
            return Math.toIntExact(Math.floorDiv(date.toEpochDay() + daysBeforeEpoch(), DAYS));
        }

        @Override
        public LocalDate startOf(int ordinal) {
            return LocalDate.ofEpochDay((long) ordinal * DAYS - daysBeforeEpoch());
        }

        @Override
        public Optional<LocalDate> parse(String key) {
            return KeyText.date(key).filter(date -> date.getDayOfWeek() == first);
        }

        @Override
        public String format(int ordinal) {
            return startOf(ordinal).toString();
        }
    }

    record Months() implements Dates {

        private static final YearMonth EPOCH = YearMonth.of(1970, 1);

        @Override
        public String label() {
            return "monthly";
        }

        @Override
        public int ordinalOf(LocalDate date) {
            return Math.toIntExact(ChronoUnit.MONTHS.between(EPOCH, YearMonth.from(date)));
        }

        @Override
        public LocalDate startOf(int ordinal) {
            return EPOCH.plusMonths(ordinal).atDay(1);
        }

        @Override
        public Optional<LocalDate> parse(String key) {
            return KeyText.month(key);
        }

        @Override
        public String format(int ordinal) {
            return EPOCH.plusMonths(ordinal).toString();
        }
    }
}
