package dev.weir.partitions.time;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.stream.IntStream;

/// The windows of whole dates that a zone leaves out.
final class SkippedDates {

    private SkippedDates() {}

    static boolean isThere(Cadence.Dates cadence, ZoneId zone, int ordinal) {
        return !zone.getRules()
                        .getValidOffsets(cadence.startOf(ordinal).atTime(LocalTime.NOON))
                        .isEmpty()
                || cadence.startOf(ordinal, zone).isBefore(cadence.startOf(ordinal + 1, zone));
    }

    static int[] of(Cadence.Dates cadence, ZoneId zone) {
        IntStream.Builder missing = IntStream.builder();
        for (ZoneOffsetTransition change : zone.getRules().getTransitions()) {
            if (change.getDuration().compareTo(Duration.ofDays(1)) >= 0) {
                int last = cadence.ordinalOf(change.getDateTimeAfter().toLocalDate());
                int first = cadence.ordinalOf(change.getDateTimeBefore().toLocalDate());
                for (int ordinal = first; ordinal <= last; ordinal++) {
                    if (!isThere(cadence, zone, ordinal)) {
                        missing.add(ordinal);
                    }
                }
            }
        }
        return missing.build().toArray();
    }
}
