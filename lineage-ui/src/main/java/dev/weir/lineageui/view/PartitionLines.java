package dev.weir.lineageui.view;

import dev.weir.lineageui.json.JsonObject;
import dev.weir.partitions.PartitionKey;
import dev.weir.partitions.PartitionSet;
import dev.weir.partitions.PartitionsDefinition;
import dev.weir.partitions.time.Cadence;
import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The lines that partitions of several assets lie on, so that what lies on the same can stand in one column: a cadence of a
/// zone, a list of keys, or the one place of what is not partitioned.
public final class PartitionLines {
    private static final int HOUR = 3_600;

    private final Map<Line, Extent> lines = new LinkedHashMap<>();

    private sealed interface Line {
        record Time(Cadence cadence, ZoneId zone) implements Line {}

        record Keys(List<PartitionKey> keys) implements Line {}

        record Whole() implements Line {}
    }

    private static final class Extent {
        private final int number;
        private int first = Integer.MAX_VALUE;
        private int last = Integer.MIN_VALUE;

        Extent(int number) {
            this.number = number;
        }
    }

    /// The number of the line that partitions of a definition lie on.
    ///
    /// @param shown those that are there; the line reaches at least from the first to the last
    public int add(PartitionsDefinition definition, PartitionSet shown) {
        Line line = switch (definition) {
            case PartitionsDefinition.Unpartitioned _ -> new Line.Whole();
            case PartitionsDefinition.Static keys -> new Line.Keys(List.copyOf(keys.keys()));
            case PartitionsDefinition.Time time -> new Line.Time(time.cadence(), time.zone());
        };
        Extent extent = lines.computeIfAbsent(line, _ -> new Extent(lines.size()));
        if (!shown.isEmpty()) {
            extent.first = Math.min(extent.first, shown.first());
            extent.last = Math.max(extent.last, shown.last());
        }
        return extent.number;
    }

    public List<JsonObject> json() {
        return lines.entrySet().stream()
                .map(each -> switch (each.getKey()) {
                    case Line.Whole _ -> new JsonObject();
                    case Line.Keys(List<PartitionKey> keys) -> new JsonObject().with("keys", keys, PartitionKey::value);
                    case Line.Time(Cadence cadence, ZoneId zone) -> time(cadence, zone, each.getValue());
                })
                .toList();
    }

    private static JsonObject time(Cadence cadence, ZoneId zone, Extent extent) {
        JsonObject line = new JsonObject().with("cadence", cadence.code()).with("zone", zone);
        return cadence instanceof Cadence.Hours && extent.first <= extent.last
                ? line.with("offsets", offsets(zone, extent))
                : line;
    }

    // Hours are numbered by UTC and written by the local clock: what lies between the two.
    private static JsonObject offsets(ZoneId zone, Extent extent) {
        List<Integer> from = new ArrayList<>(List.of(extent.first));
        Instant start = Instant.ofEpochSecond((long) extent.first * HOUR);
        List<Integer> seconds = new ArrayList<>(List.of(zone.getRules().getOffset(start).getTotalSeconds()));
        ZoneOffsetTransition next = zone.getRules().nextTransition(start);
        while (next != null && next.getInstant().getEpochSecond() / HOUR <= extent.last) {
            from.add(Math.toIntExact(Math.floorDiv(next.getInstant().getEpochSecond() + HOUR - 1, HOUR)));
            seconds.add(next.getOffsetAfter().getTotalSeconds());
            next = zone.getRules().nextTransition(next.getInstant());
        }
        return new JsonObject().with("from", from).with("seconds", seconds);
    }
}
