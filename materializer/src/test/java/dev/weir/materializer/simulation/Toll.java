package dev.weir.materializer.simulation;

import dev.weir.materializer.publish.CrashPoint;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// How much has happened, to see that histories are as troubled as they are meant to be.
final class Toll {

    enum Event {
        RUN,
        PUBLISHED,
        REJECTED,
        FENCED,
        MADE_READY_AHEAD,
        TURN,
        WAITED,
        REAPED,
        CANCEL,
        LOST_REQUEST,
        LOST_REPLY,
        STALL,
        CRASH,
        PAUSE,
        POWER_CUT,
        CONDEMNED,
        COLLECTED,
        PINNED,
        VERSION_FORGOTTEN,
        RUN_FORGOTTEN,
        POOL_FULL
    }

    private final Map<Event, Integer> events = new EnumMap<>(Event.class);
    private final Set<CrashPoint> crashedAt = EnumSet.noneOf(CrashPoint.class);

    void count(Event event) {
        events.merge(event, 1, Integer::sum);
    }

    void crashedAt(CrashPoint point) {
        crashedAt.add(point);
    }

    void add(Toll other) {
        other.events.forEach((event, times) -> events.merge(event, times, Integer::sum));
        crashedAt.addAll(other.crashedAt);
    }

    Map<Event, Integer> events() {
        return events;
    }

    /// The same by name, as many seeds add up to.
    Map<String, Long> counts() {
        Map<String, Long> counts = new TreeMap<>();
        events.forEach((event, times) -> counts.put(event.name(), times.longValue()));
        return counts;
    }

    Set<CrashPoint> crashedAt() {
        return crashedAt;
    }
}
