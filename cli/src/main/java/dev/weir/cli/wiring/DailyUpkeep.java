package dev.weir.cli.wiring;

import dev.weir.assets.problem.WeirException;
import dev.weir.materializer.collect.Collector;
import dev.weir.materializer.collect.Decided;
import dev.weir.materializer.history.Forgetting;
import dev.weir.materializer.history.Forgotten;
import dev.weir.materializer.project.Upkeep;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;

/// Lets go of versions that nobody needs, of old logs, and of what has been over for long, when a run is over and at most once a day. Does a part of it where there is very much, so that
/// whoever waits for the process to end does not wait for long; the rest is for the next day, or for `weir gc`.
final class DailyUpkeep {

    private static final Duration DAY = Duration.ofDays(1);
    private static final int MOST_VERSIONS = 5_000;

    private final Path folder;
    private final Path mark;
    private final Instant now;

    /// @param state the folder of the project's state
    DailyUpkeep(Path state, Instant now) {
        this.folder = state.resolve("cache");
        this.mark = folder.resolve("collected");
        this.now = now;
    }

    /// What goes wrong is for the next day: the run before is not about it.
    void run(Collector collector, Forgetting forgetting, Decided.Policy policy, Upkeep upkeep, Path logs) {
        try {
            // First, so that of several processes one does it.
            Files.createDirectories(folder);
            Files.writeString(mark, now + "\n");
            OldLogs.remove(logs, upkeep.logsOrDefault(), now);
            Collector.Removed _ = collector.remove(upkeep.graceOrDefault(), MOST_VERSIONS);
            if (!policy.retention().isEmpty()) {
                Decided _ = collector.condemn(policy, MOST_VERSIONS);
            }
            Forgotten _ = forgetting.forgetPart(MOST_VERSIONS);
        } catch (WeirException | IOException | UncheckedIOException unavailable) {
            // weir gc tells what it is.
        }
    }

    /// Whether it was not done for a day.
    boolean isDue() {
        try {
            return !Files.exists(mark) || !Instant.parse(Files.readString(mark).strip()).plus(DAY).isAfter(now);
        } catch (IOException | DateTimeParseException unreadable) {
            return true;
        }
    }
}
