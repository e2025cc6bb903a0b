package dev.weir.partitions.mapping;

import dev.weir.partitions.PartitionSet;
import dev.weir.partitions.PartitionsDefinition;
import dev.weir.partitions.PartitionsDefinition.Time;
import dev.weir.partitions.PartitionsDefinition.Unpartitioned;
import dev.weir.partitions.TimeWindow;
import java.time.LocalDate;
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
        return switch (upstream) {
            case Unpartitioned _ -> Optional.of(new All());
            case Time up ->
                switch (downstream) {
                    case Unpartitioned _ -> Optional.of(new All());
                    case Time down -> {
                        if (!down.zone().equals(up.zone())) {
                            yield Optional.empty();
                        }
                        yield Optional.of(down.cadence() == up.cadence() ? new Identity() : new Windows());
                    }
                };
        };
    }

    /// Whether the mapping makes sense between two definitions: the same key needs keys written alike.
    default boolean fits(PartitionsDefinition downstream, PartitionsDefinition upstream) {
        return switch (this) {
            case All _, Windows _ -> true;
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

    // Each of the three relations is symmetric: same key, anything, overlapping windows of nested calendars.
    private PartitionSet map(int ordinal, PartitionsDefinition from, PartitionsDefinition to) {
        return switch (this) {
            case Identity _ -> to.contains(ordinal) ? PartitionSet.of(ordinal) : PartitionSet.EMPTY;
            case All _ -> whole(to);
            case Windows _ -> {
                if (!(from instanceof Time source) || !(to instanceof Time target)) {
                    yield whole(to);
                }
                TimeWindow window = source.windowOf(ordinal);
                LocalDate lastDate = window.endDate().minusDays(1);
                int first = Math.max(target.firstOrdinal(), target.cadence().ordinalOf(window.startDate()));
                int last = Math.min(target.endOrdinal() - 1, target.cadence().ordinalOf(lastDate));
                yield first > last ? PartitionSet.EMPTY : PartitionSet.range(first, last);
            }
        };
    }

    private static PartitionSet whole(PartitionsDefinition definition) {
        return switch (definition) {
            case Unpartitioned _ -> PartitionSet.of(0);
            case Time time -> PartitionSet.range(time.firstOrdinal(), time.endOrdinal() - 1);
        };
    }
}
