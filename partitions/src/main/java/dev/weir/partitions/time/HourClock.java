package dev.weir.partitions.time;

import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.stream.IntStream;

/// The hours of a zone's clock. A window begins whenever the clock shows another hour than before, or begins one
/// again; where it is set by half an hour, one window is shorter or longer. The ordinal is that of the hour of UTC in
/// which the window begins, so that it depends on nothing but the instant. Of two windows that began in one hour of UTC
/// the first would go on through the second; of an hour of UTC in which none begins, the ordinal stays unused.
record HourClock(ZoneId zone) {

    static final int HOUR = 3600;

    Instant startOf(int ordinal) {
        return Instant.ofEpochSecond(next((long) ordinal * HOUR, zone.getRules()));
    }

    int ordinalAt(Instant instant) {
        int ordinal = Math.toIntExact(Math.floorDiv(instant.getEpochSecond(), HOUR));
        while (startOf(ordinal).isAfter(instant)) {
            ordinal--;
        }
        return ordinal;
    }

    /// The first second, from this one on, at which an hour begins.
    private static long next(long second, ZoneRules rules) {
        if (begins(second, rules)) {
            return second;
        }
        long full = second + HOUR - Math.floorMod(second + offset(second, rules), HOUR);
        if (rules.isFixedOffset() || offset(full, rules) == offset(second, rules)) {
            return full;
        }
        ZoneOffsetTransition change = rules.nextTransition(Instant.ofEpochSecond(second));
        return change == null || change.toEpochSecond() > full ? full : next(change.toEpochSecond(), rules);
    }

    private static boolean begins(long second, ZoneRules rules) {
        long local = second + offset(second, rules);
        if (Math.floorMod(local, HOUR) == 0) {
            return true;
        }
        long before = second - 1 + offset(second - 1, rules);
        return Math.floorDiv(before, HOUR) != Math.floorDiv(local, HOUR);
    }

    private static int offset(long second, ZoneRules rules) {
        return rules.getOffset(Instant.ofEpochSecond(second)).getTotalSeconds();
    }

    // Only a clock that is set by part of an hour leaves out an ordinal. Those that are still set by rule do not.
    int[] missing() {
        IntStream.Builder missing = IntStream.builder();
        for (ZoneOffsetTransition change : zone.getRules().getTransitions()) {
            if (change.getDuration().toSeconds() % HOUR != 0) {
                int at = Math.toIntExact(Math.floorDiv(change.toEpochSecond(), HOUR));
                for (int ordinal = at - 1; ordinal <= at + 1; ordinal++) {
                    if (!startOf(ordinal).isBefore(startOf(ordinal + 1))) {
                        missing.add(ordinal);
                    }
                }
            }
        }
        return missing.build().distinct().toArray();
    }
}
