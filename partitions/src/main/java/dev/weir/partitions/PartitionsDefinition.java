package dev.weir.partitions;

import dev.weir.partitions.time.Cadence;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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

    /// One partition for each key of a list. Ordinals are numbers that a store has given to keys, the same to equal keys
    /// of all definitions.
    ///
    /// @param keys in the order in which they are shown
    record Static(List<PartitionKey> keys, Numbering numbering) implements PartitionsDefinition {

        private static final int MOST_NAMED = 8;

        public Static {
            keys = List.copyOf(keys);
            if (keys.isEmpty()) {
                throw new IllegalArgumentException("it names no partition: write keys, such as {\"jfk\", \"lga\"}");
            }
            Set<PartitionKey> seen = new HashSet<>();
            for (PartitionKey key : keys) {
                require(key, seen);
                seen.add(key);
            }
        }

        /// @throws IllegalArgumentException if it can be no key, or stands there before
        public static void require(PartitionKey key, Collection<PartitionKey> before) {
            requireName(key.value());
            if (before.contains(key)) {
                throw new IllegalArgumentException("'%s' stands there twice".formatted(key));
            }
        }

        public Static(List<PartitionKey> keys) {
            this(keys, new Numbering.AsDeclared(keys));
        }

        // What the command line reads in another way can be no key.
        private static void requireName(String key) {
            boolean special = key.equals("latest") || key.equals("missing");
            if (key.isEmpty() || special || key.contains("..") || key.contains("@") || key.contains("#")) {
                throw new IllegalArgumentException(
                        "'%s' cannot be a key: write words without '..', '@' and '#', and neither latest nor missing"
                                .formatted(key));
            }
        }

        /// The same keys with the numbers that a store keeps.
        public Static numbered(Numbering store) {
            return new Static(keys, store);
        }

        /// The ordinals of a set in the order in which their keys are declared, and after them what is declared no more.
        public List<Integer> inOrder(PartitionSet set) {
            List<Integer> ordered = new ArrayList<>();
            for (PartitionKey key : keys) {
                int ordinal = numbering.ordinalOf(key);
                if (set.contains(ordinal)) {
                    ordered.add(ordinal);
                }
            }
            set.minus(ordinalsOf(keys)).ordinals().forEach(ordered::add);
            return ordered;
        }

        PartitionSet ordinalsOf(List<PartitionKey> some) {
            return PartitionSet.of(some.stream().mapToInt(numbering::ordinalOf));
        }

        String list() {
            String named = keys.stream().limit(MOST_NAMED).map(PartitionKey::value).collect(Collectors.joining(", "));
            return keys.size() > MOST_NAMED ? "%s and %d more".formatted(named, keys.size() - MOST_NAMED) : named;
        }

        String unknown(String key) {
            return "'%s' is not a partition: there are %s".formatted(key, list());
        }

        @Override
        public int ordinalOf(PartitionKey key) {
            if (!keys.contains(key)) {
                throw new UnknownPartitionException(unknown(key.value()));
            }
            return numbering.ordinalOf(key);
        }

        @Override
        public PartitionKey keyOf(int ordinal) {
            return numbering.keyOf(ordinal);
        }

        @Override
        public PartitionSet all(Instant now) {
            return ordinalsOf(keys);
        }

        @Override
        public boolean contains(int ordinal) {
            return ordinalsOf(keys).contains(ordinal);
        }

        @Override
        public String describe() {
            return "cut into " + list();
        }
    }

    /// One partition per window of a calendar. An hour or a day that the zone's clocks jumped over is no partition; its ordinal
    /// stays unused.
    ///
    /// @param cadence the length of a window
    /// @param start the local date of the first window; the window that holds it
    /// @param end the local date of the first window that is no longer part, or none if it goes on
    /// @param zone the zone whose calendar is meant
    record Time(Cadence cadence, LocalDate start, @Nullable LocalDate end, ZoneId zone)
            implements PartitionsDefinition {

        private static final int FEW = 32;
        /// No calendar starts before.
        public static final LocalDate EARLIEST = LocalDate.of(0, 1, 1);
        private static final LocalDate LATEST = LocalDate.of(9999, 12, 31);

        public Time {
            if (start.isBefore(EARLIEST) || start.isAfter(LATEST) || (end != null && end.isAfter(LATEST))) {
                throw new IllegalArgumentException("start and end must lie between %s and %s, not at %s and %s"
                        .formatted(EARLIEST, LATEST, start, end == null ? "none" : end));
            }
            if (end != null && !start.isBefore(end)) {
                throw new IllegalArgumentException("end %s is not after start %s".formatted(end, start));
            }
            if (end != null && cadence.ordinalOf(start, zone) == cadence.ordinalOf(end, zone)) {
                throw new IllegalArgumentException("start %s and end %s lie in one %s window: that leaves no partition"
                        .formatted(start, end, cadence.label()));
            }
        }

        public int firstOrdinal() {
            return cadence.ordinalOf(start, zone);
        }

        /// The ordinal after the last one; `Integer.MAX_VALUE` if there is no end.
        public int endOrdinal() {
            return end == null ? Integer.MAX_VALUE : cadence.ordinalOf(end, zone);
        }

        /// The window of a partition. Where midnight does not exist that day, it starts at the first instant that does.
        ///
        /// @throws IllegalArgumentException if the clocks of the zone jumped over it
        public TimeWindow windowOf(int ordinal) {
            Instant first = startOf(ordinal);
            Instant next = startOf(ordinal + 1);
            if (!first.isBefore(next)) {
                throw new IllegalArgumentException(skipped(keyOf(ordinal).value()));
            }
            return new TimeWindow(first, next, zone);
        }

        private Instant startOf(int ordinal) {
            return cadence.startOf(ordinal, zone);
        }

        /// The ordinal of the window that holds the instant, part of this definition or not.
        public int ordinalAt(Instant instant) {
            return cadence.ordinalAt(instant, zone);
        }

        /// The window so many windows after this one, or before it, whether this definition has it or not.
        public int step(int ordinal, int steps) {
            int direction = Integer.signum(steps);
            int at = ordinal;
            for (int left = Math.abs(steps); left > 0; left--) {
                at += direction;
                while (!cadence.existsIn(zone, at)) {
                    at += direction;
                }
            }
            return at;
        }

        /// The partitions of this definition from one ordinal to another, the latter excluded.
        public PartitionSet between(int first, int end) {
            int from = Math.max(first, firstOrdinal());
            int to = Math.min(end, endOrdinal());
            PartitionSet range = PartitionSet.range(from, Math.max(from, to) - 1);
            int[] missing = missing(from, to);
            return missing.length == 0 ? range : range.minus(PartitionSet.of(missing));
        }

        // Of a few it is quicker to ask each than to go through the history of the zone.
        private int[] missing(int from, int to) {
            return (long) to - from > FEW
                    ? cadence.missingFrom(zone)
                    : IntStream.range(from, to)
                            .filter(ordinal -> !cadence.existsIn(zone, ordinal))
                            .toArray();
        }

        @Override
        public int ordinalOf(PartitionKey key) {
            String text = key.value();
            if (!cadence.isKey(text)) {
                throw new UnknownPartitionException("'%s' is not a partition: %s partitions are written like %s"
                        .formatted(key, cadence.label(), keyOf(firstOrdinal())));
            }
            int[] named = cadence.ordinalsOf(text, zone);
            if (named.length == 0) {
                throw new UnknownPartitionException(skipped(text));
            }
            if (named.length > 1) {
                throw new UnknownPartitionException("%s comes twice in %s: write %s or %s"
                        .formatted(key, zone.getId(), keyOf(named[0]), keyOf(named[1])));
            }
            if (!contains(named[0])) {
                throw new UnknownPartitionException(outsideTheRange(text));
            }
            return named[0];
        }

        String skipped(String wanted) {
            return "%s does not exist in %s: its clocks jumped over it".formatted(wanted, zone.getId());
        }

        String outsideTheRange(String wanted) {
            return end == null
                    ? "%s is outside the range: partitions start at %s".formatted(wanted, keyOf(firstOrdinal()))
                    : "%s is outside the range: partitions go from %s to %s"
                            .formatted(wanted, keyOf(firstOrdinal()), keyOf(endOrdinal() - 1));
        }

        @Override
        public PartitionKey keyOf(int ordinal) {
            return new PartitionKey(cadence.format(ordinal, zone));
        }

        @Override
        public PartitionSet all(Instant now) {
            return between(firstOrdinal(), ordinalAt(now));
        }

        @Override
        public boolean contains(int ordinal) {
            return ordinal >= firstOrdinal() && ordinal < endOrdinal() && cadence.existsIn(zone, ordinal);
        }

        private String weekday() {
            return cadence instanceof Cadence.Weeks(DayOfWeek first) && first != DayOfWeek.MONDAY
                    ? "weekly (%ss)".formatted(first.getDisplayName(TextStyle.FULL, Locale.ENGLISH))
                    : cadence.label();
        }

        @Override
        public String describe() {
            return "%s from %s%s in %s"
                    .formatted(weekday(), start, end == null ? " on" : " to " + end, zone.getId());
        }
    }
}
