package dev.weir.partitions;

import dev.weir.partitions.time.Cadence;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/// How an asset is sliced. Every partition has a key, which people type, and an ordinal, which sets and databases hold:
/// time partitions count windows from 1970 (never from `start`, so that a moved start renumbers nothing); an
/// unpartitioned asset is the one ordinal 0.
public sealed interface PartitionsDefinition {

    /// @throws UnknownPartitionException if this definition has no such key; the message says which keys there are
    int ordinalOf(PartitionKey key);

    /// The key of an ordinal; also of one outside the range, as a store may still hold it.
    PartitionKey keyOf(int ordinal);

    /// All partitions that are complete at `now`: whose window has ended.
    PartitionSet all(Instant now);

    /// Whether this definition has the partition, complete or not yet.
    boolean contains(int ordinal);

    /// The definition in a few words, such as `daily from 2013-01-01 to 2014-01-01 in America/New_York`.
    String describe();

    /// An asset that is one whole.
    record Unpartitioned() implements PartitionsDefinition {
        @Override
        public int ordinalOf(PartitionKey key) {
            if (!key.isUnpartitioned()) {
                throw new UnknownPartitionException("there is no partition %s: it is not partitioned".formatted(key));
            }
            return 0;
        }

        @Override
        public PartitionKey keyOf(int ordinal) {
            return PartitionKey.UNPARTITIONED;
        }

        @Override
        public PartitionSet all(Instant now) {
            return PartitionSet.of(0);
        }

        @Override
        public boolean contains(int ordinal) {
            return ordinal == 0;
        }

        @Override
        public String describe() {
            return "unpartitioned";
        }
    }

    /// One partition per window of a calendar. A day that the zone's clocks jumped over is no partition; its ordinal
    /// stays unused.
    ///
    /// @param cadence the length of a window
    /// @param start the local date of the first window; the window that holds it
    /// @param end the local date of the first window that is no longer part, or none if it goes on
    /// @param zone the zone whose calendar is meant
    record Time(Cadence cadence, LocalDate start, @Nullable LocalDate end, ZoneId zone)
            implements PartitionsDefinition {

        private static final LocalDate EARLIEST = LocalDate.of(0, 1, 1);
        private static final LocalDate LATEST = LocalDate.of(9999, 12, 31);

        public Time {
            if (start.isBefore(EARLIEST) || start.isAfter(LATEST) || (end != null && end.isAfter(LATEST))) {
                throw new IllegalArgumentException("start and end must lie between %s and %s, not at %s and %s"
                        .formatted(EARLIEST, LATEST, start, end == null ? "none" : end));
            }
            if (end != null && !start.isBefore(end)) {
                throw new IllegalArgumentException("end %s is not after start %s".formatted(end, start));
            }
            if (end != null && cadence.ordinalOf(start) == cadence.ordinalOf(end)) {
                throw new IllegalArgumentException("start %s and end %s lie in one %s window: that leaves no partition"
                        .formatted(start, end, cadence.label()));
            }
        }

        public int firstOrdinal() {
            return cadence.ordinalOf(start);
        }

        /// The ordinal after the last one; `Integer.MAX_VALUE` if there is no end.
        public int endOrdinal() {
            return end == null ? Integer.MAX_VALUE : cadence.ordinalOf(end);
        }

        /// The window of a partition. Where midnight does not exist that day, it starts at the first instant that does.
        ///
        /// @throws IllegalArgumentException if the clocks of the zone jumped over it
        public TimeWindow windowOf(int ordinal) {
            Instant first = startOf(ordinal);
            Instant next = startOf(ordinal + 1);
            if (!first.isBefore(next)) {
                throw new IllegalArgumentException(skipped(ordinal));
            }
            return new TimeWindow(first, next, zone);
        }

        private Instant startOf(int ordinal) {
            return cadence.startOf(ordinal).atStartOfDay(zone).toInstant();
        }

        /// The ordinal of the window that holds the instant, part of this definition or not.
        public int ordinalAt(Instant instant) {
            return cadence.ordinalOf(LocalDate.ofInstant(instant, zone));
        }

        /// The partitions of this definition from one ordinal to another, the latter excluded.
        public PartitionSet between(int first, int end) {
            int from = Math.max(first, firstOrdinal());
            int to = Math.min(end, endOrdinal());
            int[] missing = cadence.missingFrom(zone);
            PartitionSet range = PartitionSet.range(from, Math.max(from, to) - 1);
            return missing.length == 0 ? range : range.minus(PartitionSet.of(missing));
        }

        @Override
        public int ordinalOf(PartitionKey key) {
            LocalDate date = cadence.parse(key.value())
                    .orElseThrow(() ->
                            new UnknownPartitionException("'%s' is not a partition: a %s partition is written like %s"
                                    .formatted(key, cadence.label(), keyOf(firstOrdinal()))));
            int ordinal = cadence.ordinalOf(date);
            if (!cadence.existsIn(zone, ordinal)) {
                throw new UnknownPartitionException(skipped(ordinal));
            }
            if (!contains(ordinal)) {
                throw new UnknownPartitionException(outsideTheRange(key.value()));
            }
            return ordinal;
        }

        private String skipped(int ordinal) {
            return "%s does not exist in %s: its clocks jumped over it".formatted(keyOf(ordinal), zone.getId());
        }

        String outsideTheRange(String wanted) {
            return end == null
                    ? "%s is outside the range: partitions start at %s".formatted(wanted, keyOf(firstOrdinal()))
                    : "%s is outside the range: partitions go from %s to %s"
                            .formatted(wanted, keyOf(firstOrdinal()), keyOf(endOrdinal() - 1));
        }

        @Override
        public PartitionKey keyOf(int ordinal) {
            return new PartitionKey(cadence.format(ordinal));
        }

        @Override
        public PartitionSet all(Instant now) {
            return between(firstOrdinal(), ordinalAt(now));
        }

        @Override
        public boolean contains(int ordinal) {
            return ordinal >= firstOrdinal() && ordinal < endOrdinal() && cadence.existsIn(zone, ordinal);
        }

        @Override
        public String describe() {
            return "%s from %s%s in %s"
                    .formatted(cadence.label(), start, end == null ? " on" : " to " + end, zone.getId());
        }
    }
}
