package dev.weir.partitions;

import dev.weir.partitions.time.Cadence;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
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

    /// One partition per window of a calendar.
    ///
    /// @param cadence the length of a window
    /// @param start the local date of the first window; the window that holds it
    /// @param end the local date of the first window that is no longer part, or none if it goes on
    /// @param zone the zone whose calendar is meant
    record Time(Cadence cadence, LocalDate start, @Nullable LocalDate end, ZoneId zone)
            implements PartitionsDefinition {

        public Time {
            if (end != null && !start.isBefore(end)) {
                throw new IllegalArgumentException("end %s is not after start %s".formatted(end, start));
            }
        }

        public int firstOrdinal() {
            return cadence.ordinalOf(start);
        }

        /// The ordinal after the last one; `Integer.MAX_VALUE` if there is no end.
        public int endOrdinal() {
            return end == null ? Integer.MAX_VALUE : cadence.ordinalOf(end);
        }

        public TimeWindow windowOf(int ordinal) {
            return cadence.windowOf(ordinal, zone);
        }

        @Override
        public int ordinalOf(PartitionKey key) {
            int ordinal;
            try {
                ordinal = cadence.ordinalOf(cadence.parse(key.value()));
            } catch (DateTimeParseException malformed) {
                throw new UnknownPartitionException("'%s' is not a partition: a %s partition is written like %s"
                        .formatted(key, cadence.label(), keyOf(firstOrdinal())));
            }
            if (!contains(ordinal)) {
                throw new UnknownPartitionException(end == null
                        ? "%s is outside the range: partitions start at %s".formatted(key, keyOf(firstOrdinal()))
                        : "%s is outside the range: partitions go from %s to %s"
                                .formatted(key, keyOf(firstOrdinal()), keyOf(endOrdinal() - 1)));
            }
            return ordinal;
        }

        @Override
        public PartitionKey keyOf(int ordinal) {
            return new PartitionKey(cadence.format(ordinal));
        }

        @Override
        public PartitionSet all(Instant now) {
            int firstIncomplete = cadence.ordinalOf(LocalDate.ofInstant(now, zone));
            int last = Math.min(firstIncomplete, endOrdinal()) - 1;
            return last < firstOrdinal() ? PartitionSet.EMPTY : PartitionSet.range(firstOrdinal(), last);
        }

        @Override
        public boolean contains(int ordinal) {
            return ordinal >= firstOrdinal() && ordinal < endOrdinal();
        }

        @Override
        public String describe() {
            return "%s from %s%s in %s"
                    .formatted(cadence.label(), start, end == null ? " on" : " to " + end, zone.getId());
        }
    }
}
