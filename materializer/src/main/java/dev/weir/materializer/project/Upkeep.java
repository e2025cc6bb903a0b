package dev.weir.materializer.project;

import dev.weir.assets.spec.Retention;
import java.time.Duration;
import java.time.Period;
import java.util.Optional;

/// What `retention:` in weir.yaml says.
///
/// @param grace how long the files of a collected version are there
/// @param logs how long the logs of runs are kept: an age, or all of them
public record Upkeep(Optional<Duration> grace, Optional<Retention> logs) {

    static final Upkeep UNSAID = new Upkeep(Optional.empty(), Optional.empty());

    private static final Duration A_DAY = Duration.ofHours(24);
    private static final Retention A_SEASON = new Retention.Younger(Period.ofDays(90));

    /// How long the files of a collected version are there for those who resolved it before, and read.
    public Duration graceOrDefault() {
        return grace.orElse(A_DAY);
    }

    /// How long the logs of runs are kept.
    public Retention logsOrDefault() {
        return logs.orElse(A_SEASON);
    }
}
