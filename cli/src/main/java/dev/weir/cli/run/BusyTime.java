package dev.weir.cli.run;

import dev.weir.materializer.publish.StepResult.Timing;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// How long at least one step was at work. What a run takes beyond that is Weir's own.
final class BusyTime {
    private final List<Timing> timings = new ArrayList<>();

    void add(Timing timing) {
        timings.add(timing);
    }

    Duration total() {
        timings.sort(Comparator.comparing(Timing::startedAt));
        Duration total = Duration.ZERO;
        Instant until = Instant.MIN;
        for (Timing timing : timings) {
            Instant end = timing.startedAt().plus(timing.took());
            Instant from = timing.startedAt().isAfter(until) ? timing.startedAt() : until;
            if (end.isAfter(from)) {
                total = total.plus(Duration.between(from, end));
                until = end;
            }
        }
        return total;
    }
}
