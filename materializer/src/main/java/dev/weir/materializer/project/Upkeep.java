package dev.weir.materializer.project;

import dev.weir.assets.spec.Retention;
import java.time.Duration;
import java.time.Period;
import java.util.Optional;

/// What `retention:` in weir.yaml says.
///
/// @param grace how long the files of a collected version are there
/// @param logs how long the logs of runs are kept: an age, or all of them
/// @param runs how long runs and collected versions are remembered that nothing is told by any more: an age, or for ever
public record Upkeep(Optional<Duration> grace, Optional<Retention> logs, Optional<Retention> runs) {

    static final Upkeep UNSAID = new Upkeep(Optional.empty(), Optional.empty(), Optional.empty());

    private static final Duration A_DAY = Duration.ofHours(24);
    private static final Retention A_SEASON = new Retention.Younger(Period.ofDays(90));
    private static final Retention A_YEAR = new Retention.Younger(Period.ofYears(1));

    /// How long the files of a collected version are there for those who resolved it before, and read.
    public Duration graceOrDefault() {
        return grace.orElse(A_DAY);
    }

    /// How long the logs of runs are kept.
    public Retention logsOrDefault() {
        return logs.orElse(A_SEASON);
    }

    /// How long runs and collected versions are remembered.
    public Retention runsOrDefault() {
        return runs.orElse(A_YEAR);
    }
}
