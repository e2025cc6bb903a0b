package dev.weir.partitions.mapping;

import dev.weir.partitions.PartitionKey;
import dev.weir.partitions.PartitionSet;
import dev.weir.partitions.PartitionsDefinition;
import dev.weir.partitions.PartitionsDefinition.Static;
import dev.weir.partitions.PartitionsDefinition.Time;
import dev.weir.partitions.PartitionsDefinition.Unpartitioned;
import dev.weir.partitions.TimeWindow;
import dev.weir.partitions.UnknownPartitionException;
import dev.weir.partitions.mapping.PartitionMapping.All;
import dev.weir.partitions.mapping.PartitionMapping.Every;
import dev.weir.partitions.mapping.PartitionMapping.Identity;
import dev.weir.partitions.mapping.PartitionMapping.Last;
import dev.weir.partitions.mapping.PartitionMapping.Overlapping;
import dev.weir.partitions.mapping.PartitionMapping.Previous;
import dev.weir.partitions.mapping.PartitionMapping.Relative;
import dev.weir.partitions.mapping.PartitionMapping.Specific;
import dev.weir.partitions.mapping.PartitionMapping.Windows;
import java.time.Instant;
import java.util.List;

/// Computes both directions of a mapping: what a partition reads, and what reads it.
final class Readings {

    private Readings() {}

    static PartitionSet upstreamOf(
            PartitionMapping mapping, int ordinal, PartitionsDefinition down, PartitionsDefinition up) {
        return switch (mapping) {
            case Identity _, Windows _, Overlapping _, All _, Every _, Last _ -> symmetric(mapping, ordinal, down, up);
            case Relative(int first, int last) -> {
                Time calendar = (Time) down;
                yield around(calendar.step(ordinal, first), calendar.step(ordinal, last), calendar, up);
            }
            case Specific(List<PartitionKey> keys) ->
                PartitionSet.of(keys.stream().mapToInt(up::ordinalOf));
            case Previous _ -> before(ordinal, up);
        };
    }

    static PartitionSet downstreamOf(
            PartitionMapping mapping, int ordinal, PartitionsDefinition up, PartitionsDefinition down) {
        return switch (mapping) {
            case Identity _, Windows _, Overlapping _, All _, Every _, Last _ -> symmetric(mapping, ordinal, up, down);
            case Relative(int first, int last) -> {
                Time calendar = (Time) down;
                PartitionSet direct = derived(ordinal, up, unbounded(calendar));
                yield direct.isEmpty()
                        ? direct
                        : calendar.between(
                                calendar.step(direct.first(), -last), calendar.step(direct.last(), -first) + 1);
            }
            case Specific(List<PartitionKey> keys) ->
                keys.contains(up.keyOf(ordinal)) ? whole(down) : PartitionSet.EMPTY;
            case Previous _ -> after(ordinal, down);
        };
    }

    static boolean have(PartitionsDefinition upstream, List<PartitionKey> keys) {
        if (upstream instanceof Unpartitioned) {
            return false;
        }
        // Numbers of keys are the store's, which is not to be asked for a declaration.
        if (upstream instanceof Static list) {
            return !keys.isEmpty() && list.keys().containsAll(keys);
        }
        try {
            for (PartitionKey key : keys) {
                int _ = upstream.ordinalOf(key);
            }
            return !keys.isEmpty();
        } catch (UnknownPartitionException unknown) {
            return false;
        }
    }

    // Same key, anything, one window in the other, windows that meet: whoever reads is read alike.
    private static PartitionSet symmetric(
            PartitionMapping mapping, int ordinal, PartitionsDefinition from, PartitionsDefinition to) {
        return switch (mapping) {
            case Identity _ -> to.contains(ordinal) ? PartitionSet.of(ordinal) : PartitionSet.EMPTY;
            case Windows _ ->
                from instanceof Time source && to instanceof Time target
                        ? windowsSharedWith(source.windowOf(ordinal), target)
                        : whole(to);
            case Overlapping _ ->
                from instanceof Time source && to instanceof Time target
                        ? windowsMeeting(source.windowOf(ordinal), target)
                        : whole(to);
            case All _, Every _, Last _, Relative _, Specific _, Previous _ -> whole(to);
        };
    }

    private static PartitionSet derived(int ordinal, PartitionsDefinition from, PartitionsDefinition to) {
        return Derivation.of(from, to)
                .map(mapping -> symmetric(mapping, ordinal, from, to))
                .orElse(PartitionSet.EMPTY);
    }

    // Windows from one to another: of the same calendar they are themselves, of another all that they read.
    private static PartitionSet around(int first, int last, Time down, PartitionsDefinition up) {
        Time target = (Time) up;
        if (down.cadence().equals(target.cadence())) {
            return target.between(first, last + 1);
        }
        PartitionSet from = derived(first, down, unbounded(target));
        PartitionSet to = derived(last, down, unbounded(target));
        return from.isEmpty() || to.isEmpty() ? PartitionSet.EMPTY : target.between(from.first(), to.last() + 1);
    }

    private static Time unbounded(Time definition) {
        return new Time(definition.cadence(), Time.EARLIEST, null, definition.zone());
    }

    private static PartitionSet before(int ordinal, PartitionsDefinition definition) {
        if (!(definition instanceof Time time)) {
            return PartitionSet.of(ordinal);
        }
        int before = time.step(ordinal, -1);
        return time.between(before, before + 1);
    }

    private static PartitionSet after(int ordinal, PartitionsDefinition definition) {
        if (!(definition instanceof Time time)) {
            return PartitionSet.of(ordinal);
        }
        int after = time.step(ordinal, 1);
        return time.between(after, after + 1);
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

    private static PartitionSet windowsMeeting(TimeWindow window, Time target) {
        return target.between(
                target.ordinalAt(window.start()), target.ordinalAt(window.end().minusNanos(1)) + 1);
    }

    private static PartitionSet whole(PartitionsDefinition definition) {
        return switch (definition) {
            case Unpartitioned _ -> PartitionSet.of(0);
            case Static keys -> keys.all(Instant.EPOCH);
            case Time time -> time.between(time.firstOrdinal(), time.endOrdinal());
        };
    }
}
