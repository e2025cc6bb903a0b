package dev.weir.cli.command;

import dev.weir.cli.output.Moments;
import dev.weir.cli.output.Style;
import dev.weir.materializer.run.Run;
import dev.weir.materializer.run.RunStatus;
import dev.weir.materializer.version.RunId;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/// How runs are shown.
final class RunText {
    private static final int SHORT = 13;

    private RunText() {}

    /// The part of an id that holds the time, which is enough to name a run.
    static String shortId(RunId id) {
        return id.toString().substring(0, SHORT);
    }

    static String label(RunStatus status) {
        return status.name().toLowerCase(Locale.ROOT);
    }

    static Style style(RunStatus status) {
        return switch (status) {
            case QUEUED, CANCELED -> Style.DIM;
            case RUNNING -> Style.CYAN;
            case SUCCEEDED -> Style.GREEN;
            case FAILED -> Style.RED;
        };
    }

    /// Nothing of what was typed.
    static String launched(Run run) {
        return switch (run.origin().trigger()) {
            case COMMAND -> "";
            case PAGE -> "from the page";
            case HTTP -> "over HTTP" + run.origin().key().map(" with the key %s"::formatted).orElse("");
        };
    }

    /// How and when it did, as the rest of a sentence.
    static String ended(Run run, Moments moments) {
        String how =
                switch (run.status()) {
                    case SUCCEEDED -> "it succeeded";
                    case FAILED -> "it failed";
                    case CANCELED -> "it was cancelled";
                    case QUEUED, RUNNING -> throw new IllegalStateException("Run %s has not ended".formatted(run.id()));
                };
        String when = run.finishedAt() == null ? "" : " at " + moments.of(run.finishedAt());
        return how + when + (run.problem() == null ? "" : " (" + run.problem() + ")");
    }

    static Optional<Duration> took(Run run) {
        return run.startedAt() == null || run.finishedAt() == null
                ? Optional.empty()
                : Optional.of(Duration.between(run.startedAt(), run.finishedAt()));
    }
}
