package dev.weir.partitions.mapping;

import dev.weir.partitions.PartitionSet;
import dev.weir.partitions.PartitionsDefinition;
import dev.weir.partitions.PartitionsDefinition.Time;
import dev.weir.partitions.PartitionsDefinition.Unpartitioned;
import dev.weir.partitions.TimeWindow;
import java.util.Optional;

/// Which partitions of an upstream one partition of a downstream reads. Both directions answer from the definitions
/// alone; whether such a partition has been materialized is another question.
public sealed interface PartitionMapping {

    /// Each partition reads the one with the same key.
    record Identity() implements PartitionMapping {}

    /// Each partition reads all partitions of the upstream that exist.
    record All() implements PartitionMapping {}

    /// Each partition reads those whose windows lie in its own: a month its days. A day of a monthly upstream reads the
    /// month it lies in.
    record Windows() implements PartitionMapping {}

    /// The mapping between two definitions where the author names none; nothing if there is no natural one, as between
    /// calendars of two zones.
    static Optional<PartitionMapping> derive(PartitionsDefinition downstream, PartitionsDefinition upstream) {
        if (!(downstream instanceof Time down) || !(upstream instanceof Time up)) {
            return Optional.of(new All());
        }
        if (!down.zone().equals(up.zone())) {
            return Optional.empty();
        }
        return Optional.of(down.cadence() == up.cadence() ? new Identity() : new Windows());
    }

    /// Whether the mapping makes sense between two definitions: the same key needs keys written alike, and windows of two
    /// zones lie in each other only where many shorter ones are read.
    default boolean fits(PartitionsDefinition downstream, PartitionsDefinition upstream) {
        return switch (this) {
            case All _ -> true;
            case Windows _ ->
                !(downstream instanceof Time down && upstream instanceof Time up)
                        || down.zone().equals(up.zone())
                        || up.cadence().isFinerThan(down.cadence());
            case Identity _ ->
                switch (upstream) {
                    case Unpartitioned _ -> downstream instanceof Unpartitioned;
                    case Time up -> downstream instanceof Time down && down.cadence() == up.cadence();
                };
        };
    }

    /// Whether one downstream partition may read several upstream partitions, so that their values come together.
    default boolean readsSeveral(PartitionsDefinition downstream, PartitionsDefinition upstream) {
        return switch (upstream) {
            case Unpartitioned _ -> false;
            case Time up ->
                switch (this) {
                    case Identity _ -> false;
                    case All _ -> true;
                    case Windows _ ->
                        !(downstream instanceof Time down) || up.cadence().isFinerThan(down.cadence());
                };
        };
    }

    /// The upstream partitions that a downstream partition reads; for [All] of an open-ended definition, those up
    /// to the end of the calendar, which a caller narrows to the ones that exist. What the upstream has not, such as
    /// a day before its start, is left out.
    default PartitionSet upstreamOf(
            int downstreamOrdinal, PartitionsDefinition downstream, PartitionsDefinition upstream) {
        return map(downstreamOrdinal, downstream, upstream);
    }

    /// The downstream partitions that read an upstream partition.
    default PartitionSet downstreamOf(
            int upstreamOrdinal, PartitionsDefinition upstream, PartitionsDefinition downstream) {
        return map(upstreamOrdinal, upstream, downstream);
    }

    // Each of the three relations is symmetric: same key, anything, one window in the other.
    private PartitionSet map(int ordinal, PartitionsDefinition from, PartitionsDefinition to) {
        return switch (this) {
            case Identity _ -> to.contains(ordinal) ? PartitionSet.of(ordinal) : PartitionSet.EMPTY;
            case All _ -> whole(to);
            case Windows _ ->
                from instanceof Time source && to instanceof Time target
                        ? windowsSharedWith(source.windowOf(ordinal), target)
                        : whole(to);
        };
    }

    // The target's windows that lie in this one, or the one this one lies in. Only the first and the last can stand
    // out.
    private static PartitionSet windowsSharedWith(TimeWindow window, Time target) {
        int first = target.ordinalAt(window.start());
        int last = target.ordinalAt(window.end().minusNanos(1));
        if (first == last) {
            return target.between(first, first + 1);
        }
        int firstInside = window.encloses(target.windowOf(first)) ? first : first + 1;
        int endInside = window.encloses(target.windowOf(last)) ? last + 1 : last;
        return target.between(firstInside, endInside);
    }

    private static PartitionSet whole(PartitionsDefinition definition) {
        return switch (definition) {
            case Unpartitioned _ -> PartitionSet.of(0);
            case Time time -> time.between(time.firstOrdinal(), time.endOrdinal());
        };
    }
}
