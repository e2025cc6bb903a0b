package dev.weir.partitions;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/// The stretch of time one partition covers, from `start` inclusive to `end` exclusive, in the partitions' own zone.
/// A day in spring has 23 hours and one in autumn 25: never compute with 24.
///
/// @param start the first instant of the window
/// @param end the first instant after the window
/// @param zone the zone in which the window is a whole day, month, …
public record TimeWindow(Instant start, Instant end, ZoneId zone) {

    public TimeWindow {
        if (!start.isBefore(end)) {
            throw new IllegalArgumentException("Time window %s to %s is empty".formatted(start, end));
        }
    }

    /// The local date on which the window starts.
    public LocalDate startDate() {
        return LocalDate.ofInstant(start, zone);
    }

    /// The local date of the first instant after the window.
    public LocalDate endDate() {
        return LocalDate.ofInstant(end, zone);
    }

    public boolean contains(Instant instant) {
        return !instant.isBefore(start) && instant.isBefore(end);
    }

    /// Whether all of `other` lies inside this window.
    public boolean encloses(TimeWindow other) {
        return !other.start.isBefore(start) && !other.end.isAfter(end);
    }

    public boolean overlaps(TimeWindow other) {
        return start.isBefore(other.end) && other.start.isBefore(end);
    }
}
