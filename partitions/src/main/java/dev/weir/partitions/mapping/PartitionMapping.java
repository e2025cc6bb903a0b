package dev.weir.partitions.mapping;

import dev.weir.partitions.PartitionKey;
import dev.weir.partitions.PartitionSet;
import dev.weir.partitions.PartitionsDefinition;
import dev.weir.partitions.PartitionsDefinition.Static;
import dev.weir.partitions.PartitionsDefinition.Time;
import dev.weir.partitions.PartitionsDefinition.Unpartitioned;
import java.util.List;
import java.util.Optional;

/// Which partitions of an upstream one partition of a downstream reads. Both directions answer from the definitions
/// alone; whether such a partition has been materialized is another question.
public sealed interface PartitionMapping {

    /// Each partition reads the one with the same key.
    record Identity() implements PartitionMapping {}

    /// Each partition reads all partitions of the upstream that exist.
    record All() implements PartitionMapping {}

    /// Each partition reads all partitions of the upstream that are complete, and needs every one of them.
    record Every() implements PartitionMapping {}

    /// Each partition reads those whose windows lie in its own: a month its days. A day of a monthly upstream reads the
    /// month it lies in.
    record Windows() implements PartitionMapping {}

    /// Each partition reads those whose windows share an instant with its own.
    record Overlapping() implements PartitionMapping {}

    /// Each partition reads what the partitions around it would read: in steps of its own calendar, those from the first
    /// to the last of them.
    ///
    /// @param first how many steps after its own the first lies; negative for earlier ones
    /// @param last how many steps after its own the last lies
    record Relative(int first, int last) implements PartitionMapping {
        public Relative {
            if (first > last) {
                throw new IllegalArgumentException("The steps from %d to %d are none".formatted(first, last));
            }
        }

        /// The partition itself and those before it, so many in all.
        public static Relative trailing(int count) {
            return new Relative(1 - count, 0);
        }
    }

    /// Each partition reads the newest partition of the upstream that exists.
    record Last() implements PartitionMapping {}

    /// Each partition reads the same ones.
    record Specific(List<PartitionKey> keys) implements PartitionMapping {
        public Specific {
            keys = List.copyOf(keys);
        }
    }

    /// Each partition reads the one before it of the same asset; where there is no before, its own earlier version.
    record Previous() implements PartitionMapping {}

    /// The mapping between two definitions where the author names none; nothing if there is no natural one, as between
    /// calendars of two zones, or between weeks and months.
    static Optional<PartitionMapping> derive(PartitionsDefinition downstream, PartitionsDefinition upstream) {
        return Derivation.of(downstream, upstream);
    }

    /// Whether the mapping makes sense between two definitions: the same key needs keys written alike, and windows of two
    /// zones lie in each other only where many shorter ones are read.
    default boolean fits(PartitionsDefinition downstream, PartitionsDefinition upstream) {
        return switch (this) {
            case All _ -> true;
            case Every _ -> !(upstream instanceof Unpartitioned);
            case Last _ -> upstream instanceof Time;
            case Windows _ when downstream instanceof Static || upstream instanceof Static -> false;
            case Windows _ ->
                !(downstream instanceof Time down && upstream instanceof Time up)
                        || down.zone().equals(up.zone())
                        || up.cadence().isFinerThan(down.cadence());
            case Overlapping _ -> downstream instanceof Time && upstream instanceof Time;
            case Relative _ ->
                downstream instanceof Time
                        && upstream instanceof Time
                        && derive(downstream, upstream).isPresent();
            case Specific(List<PartitionKey> keys) -> Readings.have(upstream, keys);
            case Previous _ -> downstream.equals(upstream);
            case Identity _ ->
                switch (upstream) {
                    case Unpartitioned _ -> downstream instanceof Unpartitioned;
                    case Static up -> downstream instanceof Static down && Derivation.shareKeys(down, up);
                    case Time up -> downstream instanceof Time down && down.cadence().equals(up.cadence());
                };
        };
    }

    /// Whether one downstream partition may read several upstream partitions, so that their values come together.
    default boolean readsSeveral(PartitionsDefinition downstream, PartitionsDefinition upstream) {
        if (upstream instanceof Unpartitioned) {
            return false;
        }
        return switch (this) {
            case Identity _, Last _, Previous _ -> false;
            case All _, Every _, Overlapping _ -> true;
            case Specific(List<PartitionKey> keys) -> keys.size() > 1;
            case Relative(int first, int last) ->
                first < last
                        || derive(downstream, upstream)
                                .filter(derived -> derived.readsSeveral(downstream, upstream))
                                .isPresent();
            case Windows _ ->
                !(downstream instanceof Time down)
                        || (upstream instanceof Time up && up.cadence().isFinerThan(down.cadence()));
        };
    }

    /// Whether a partition may read nothing at all, because what it would read lies before the upstream's start.
    default boolean mayReadNothing() {
        return this instanceof Relative || this instanceof Previous;
    }

    /// The upstream partitions that a downstream partition reads; for [All] and [Last] of an open-ended definition, those
    /// up to the end of the calendar, which a caller narrows to the ones that exist. What the upstream has not, such as
    /// a day before its start, is left out.
    default PartitionSet upstreamOf(
            int downstreamOrdinal, PartitionsDefinition downstream, PartitionsDefinition upstream) {
        return Readings.upstreamOf(this, downstreamOrdinal, downstream, upstream);
    }

    /// The downstream partitions that read an upstream partition.
    default PartitionSet downstreamOf(
            int upstreamOrdinal, PartitionsDefinition upstream, PartitionsDefinition downstream) {
        return Readings.downstreamOf(this, upstreamOrdinal, upstream, downstream);
    }
}
