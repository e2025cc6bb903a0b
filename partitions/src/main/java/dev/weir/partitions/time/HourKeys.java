package dev.weir.partitions.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.stream.IntStream;

/// How hours are written: `2024-01-15-07:00`, by the local clock. Where that shows an hour twice, as in the night it is
/// set back, the offset goes after it: `2024-11-03-01:00-04:00` comes before `2024-11-03-01:00-05:00`.
record HourKeys(ZoneId zone) {

    private static final int LENGTH = "2024-01-15-07:00".length();

    // How far an offset may lie from the one before.
    private static final int AROUND = 26;

    static boolean isKey(String text) {
        return local(text).isPresent();
    }

    String format(int ordinal) {
        Instant start = new HourClock(zone).startOf(ordinal);
        LocalDateTime hour = shownAt(start);
        boolean twice = !isSteady(start) && candidates(hour).length > 1;
        String text = hour.toLocalDate() + (hour.getHour() < 10 ? "-0" : "-") + hour.getHour() + ":00";
        return twice ? text + zone.getRules().getOffset(start).getId() : text;
    }

    int[] ordinalsOf(String key) {
        int[] named = candidates(local(key).orElseThrow());
        String offset = key.substring(LENGTH);
        return offset.isEmpty()
                ? named
                : IntStream.of(named)
                        .filter(ordinal -> format(ordinal).equals(key))
                        .toArray();
    }

    Instant nominalStart(String key) {
        return local(key).orElseThrow().atZone(zone).toInstant();
    }

    private boolean isSteady(Instant start) {
        ZoneOffset offset = zone.getRules().getOffset(start);
        return offset.equals(zone.getRules().getOffset(start.minus(AROUND, ChronoUnit.HOURS)))
                && offset.equals(zone.getRules().getOffset(start.plus(AROUND, ChronoUnit.HOURS)));
    }

    /// The windows in which the clock shows that hour first.
    private int[] candidates(LocalDateTime hour) {
        HourClock clock = new HourClock(zone);
        int near = clock.ordinalAt(hour.atZone(zone).toInstant());
        return IntStream.rangeClosed(near - AROUND, near + AROUND)
                .filter(ordinal -> shownAt(clock.startOf(ordinal)).equals(hour)
                        && clock.startOf(ordinal).isBefore(clock.startOf(ordinal + 1)))
                .toArray();
    }

    private LocalDateTime shownAt(Instant instant) {
        return LocalDateTime.ofInstant(instant, zone).truncatedTo(ChronoUnit.HOURS);
    }

    private static Optional<LocalDateTime> local(String text) {
        if (text.length() < LENGTH || text.charAt(KeyText.DATE) != '-' || !text.startsWith(":00", LENGTH - 3)) {
            return Optional.empty();
        }
        int hour = KeyText.number(text, KeyText.DATE + 1, LENGTH - 3);
        Optional<LocalDate> date = KeyText.date(text.substring(0, KeyText.DATE));
        return hour < 0 || hour > 23 || !isOffset(text.substring(LENGTH))
                ? Optional.empty()
                : date.map(day -> day.atTime(hour, 0));
    }

    private static boolean isOffset(String text) {
        return text.isEmpty()
                || text.equals("Z")
                || (text.length() >= "+01:00".length()
                        && (text.charAt(0) == '+' || text.charAt(0) == '-')
                        && text.charAt(3) == ':'
                        && KeyText.number(text, 1, 3) >= 0
                        && KeyText.number(text, 4, 6) >= 0);
    }
}
