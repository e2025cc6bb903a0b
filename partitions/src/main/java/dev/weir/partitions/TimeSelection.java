package dev.weir.partitions;

import static dev.weir.partitions.PartitionRefusal.Reason.MALFORMED;
import static dev.weir.partitions.PartitionRefusal.Reason.OUTSIDE;
import static dev.weir.partitions.PartitionRefusal.Reason.TOO_COARSE;

import dev.weir.partitions.PartitionsDefinition.Time;
import dev.weir.partitions.time.Cadence;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/// Selects partitions of a calendar. Requests are spans of local dates here, so that each asset's own zone is meant
/// without naming it.
final class TimeSelection {

    private TimeSelection() {}

    static PartitionChoice of(PartitionRequest request, Time definition, Instant now) {
        return switch (request) {
            case PartitionRequest.One(String key) -> between(key, key, request, definition, now);
            case PartitionRequest.Range(String first, String last) -> between(first, last, request, definition, now);
            case PartitionRequest.Latest _ -> {
                PartitionSet complete = definition.all(now);
                yield complete.isEmpty()
                        ? notComplete(
                                "no partition",
                                definition.between(definition.firstOrdinal(), definition.endOrdinal()),
                                definition)
                        : PartitionChoice.selected(PartitionSet.of(complete.last()));
            }
            case PartitionRequest.Missing _ -> PartitionChoice.selected(definition.all(now));
        };
    }

    private static PartitionChoice between(
            String first, String last, PartitionRequest request, Time definition, Instant now) {
        Optional<Span> from = Span.of(first);
        Optional<Span> to = Span.of(last);
        if (from.isEmpty() || to.isEmpty()) {
            return PartitionChoice.refused(
                    MALFORMED,
                    ("'%s' is not a partition: write a day like 2013-01-15, a month like 2013-01, several like "
                                    + "2013-01-01..2013-01-31, latest or missing")
                            .formatted(request));
        }
        Span span = new Span(from.get().start, to.get().end);
        if (!span.start.isBefore(span.end)) {
            return PartitionChoice.refused(
                    MALFORMED, "'%s' runs backwards: write the earlier one first".formatted(request));
        }
        return inside(span, request.toString(), definition, now);
    }

    private static PartitionChoice inside(Span span, String request, Time definition, Instant now) {
        Cadence cadence = definition.cadence();
        int holdsStart = cadence.ordinalOf(span.start);
        int first = cadence.startOf(holdsStart).isBefore(span.start) ? holdsStart + 1 : holdsStart;
        int end = cadence.ordinalOf(span.end);
        if (first >= end) {
            return PartitionChoice.refused(
                    TOO_COARSE, "no whole %s partition lies in %s".formatted(cadence.label(), request));
        }
        PartitionSet there = definition.between(first, end);
        if (there.isEmpty()) {
            return PartitionChoice.refused(OUTSIDE, definition.outsideTheRange(request));
        }
        PartitionSet complete = there.intersection(definition.all(now));
        return complete.isEmpty()
                ? notComplete("nothing of " + request, there, definition)
                : PartitionChoice.selected(complete);
    }

    private static PartitionChoice notComplete(String what, PartitionSet wanted, Time definition) {
        TimeWindow window = definition.windowOf(wanted.first());
        return PartitionChoice.refused(
                OUTSIDE,
                "%s is complete yet: %s will be at %s"
                        .formatted(
                                what,
                                definition.keyOf(wanted.first()),
                                window.end().atZone(window.zone()).toOffsetDateTime()));
    }

    /// Local dates, the end excluded.
    private record Span(LocalDate start, LocalDate end) {

        /// The window a key names, whatever its cadence.
        static Optional<Span> of(String key) {
            for (Cadence cadence : Cadence.values()) {
                Optional<LocalDate> start = cadence.parse(key);
                if (start.isPresent()) {
                    int ordinal = cadence.ordinalOf(start.get());
                    return Optional.of(new Span(start.get(), cadence.startOf(ordinal + 1)));
                }
            }
            return Optional.empty();
        }
    }
}
