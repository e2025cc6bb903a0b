package dev.weir.lineageui.view;

import dev.weir.assets.problem.Problem;
import dev.weir.assets.problem.ProblemCode;
import dev.weir.assets.problem.WeirException;
import dev.weir.partitions.PartitionSet;
import dev.weir.partitions.PartitionsDefinition;
import dev.weir.partitions.time.Cadence;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A stretch of time by its first and its last hour, day or month, either of which may be open. Each asset reads it in its own
/// zone.
public record PartitionSpan(Optional<String> from, Optional<String> to) {
    private static final List<Cadence> WRITTEN = List.of(new Cadence.Days(), new Cadence.Months(), new Cadence.Hours());

    /// @throws WeirException if one of them is not written as a partition of a calendar is
    public PartitionSpan {
        List<Problem> problems = Stream.of(from, to)
                .flatMap(Optional::stream)
                .filter(key -> cadenceOf(key).isEmpty())
                .map(key -> Problem.of(
                        ProblemCode.USAGE,
                        "'%s' is no hour like 2013-01-15-07:00, no day like 2013-01-15 and no month like 2013-01."
                                .formatted(key)))
                .toList();
        if (!problems.isEmpty()) {
            throw new WeirException(problems);
        }
    }

    private static Optional<Cadence> cadenceOf(String key) {
        return WRITTEN.stream().filter(cadence -> cadence.isKey(key)).findFirst();
    }

    /// Those of the partitions whose windows lie in it, also if only in part; all of them where they are of no calendar.
    public PartitionSet within(PartitionsDefinition definition, PartitionSet partitions) {
        if (!(definition instanceof PartitionsDefinition.Time time) || partitions.isEmpty()) {
            return partitions;
        }
        int first = from.map(key -> time.ordinalAt(startOf(key, time.zone()))).orElse(partitions.first());
        int last = to.map(key -> time.ordinalAt(endOf(key, time.zone()).minusNanos(1))).orElse(partitions.last());
        return partitions.intersection(PartitionSet.range(first, last));
    }

    private static Instant startOf(String key, ZoneId zone) {
        return cadenceOf(key).orElseThrow().nominalStart(key, zone);
    }

    private static Instant endOf(String key, ZoneId zone) {
        Cadence cadence = cadenceOf(key).orElseThrow();
        int[] named = cadence.ordinalsOf(key, zone);
        return named.length == 0
                ? cadence.nominalStart(key, zone)
                : cadence.startOf(named[named.length - 1] + 1, zone);
    }
}
