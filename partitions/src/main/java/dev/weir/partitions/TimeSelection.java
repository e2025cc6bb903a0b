package dev.weir.partitions;

import static dev.weir.partitions.PartitionRefusal.Reason.MALFORMED;
import static dev.weir.partitions.PartitionRefusal.Reason.OUTSIDE;
import static dev.weir.partitions.PartitionRefusal.Reason.TOO_COARSE;

import dev.weir.partitions.PartitionsDefinition.Time;
import dev.weir.partitions.time.Cadence;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/// Selects partitions of a calendar. Requests are read by the local clock, so that each asset's own zone is meant
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
        Optional<Span> from = Span.of(first, definition.zone());
        Optional<Span> to = Span.of(last, definition.zone());
        if (from.isEmpty() || to.isEmpty()) {
            return PartitionChoice.refused(
                    MALFORMED,
                    ("'%s' is not a partition: write an hour like 2013-01-15-07:00, a day like 2013-01-15, a month like "
                                    + "2013-01, several like 2013-01-01..2013-01-31, latest or missing")
                            .formatted(request));
        }
        Span span = new Span(from.get().start, to.get().end);
        if (first.equals(last) && span.isEmpty()) {
            return PartitionChoice.refused(OUTSIDE, definition.skipped(first));
        }
        if (span.isEmpty()) {
            return PartitionChoice.refused(
                    MALFORMED, "'%s' runs backwards: write the earlier one first".formatted(request));
        }
        return inside(span, request.toString(), definition, now);
    }

    private static PartitionChoice inside(Span span, String request, Time definition, Instant now) {
        Cadence cadence = definition.cadence();
        int holdsStart = definition.ordinalAt(span.start);
        boolean begins = !cadence.startOf(holdsStart, definition.zone()).isBefore(span.start);
        int first = begins ? holdsStart : holdsStart + 1;
        int end = definition.ordinalAt(span.end);
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

    /// A stretch of time, the end excluded; empty where the clocks jumped over it.
    private record Span(Instant start, Instant end) {

        private static final List<Cadence> WRITTEN = List.of(new Cadence.Days(), new Cadence.Months(), new Cadence.Hours());

        /// The window a key names in a zone, whatever its cadence.
        static Optional<Span> of(String key, ZoneId zone) {
            for (Cadence cadence : WRITTEN) {
                if (cadence.isKey(key)) {
                    return Optional.of(of(cadence, key, zone));
                }
            }
            return Optional.empty();
        }

        private static Span of(Cadence cadence, String key, ZoneId zone) {
            int[] named = cadence.ordinalsOf(key, zone);
            if (named.length == 0) {
                Instant jump = cadence.nominalStart(key, zone);
                return new Span(jump, jump);
            }
            return new Span(cadence.startOf(named[0], zone), cadence.startOf(named[named.length - 1] + 1, zone));
        }

        boolean isEmpty() {
            return !start.isBefore(end);
        }
    }
}
