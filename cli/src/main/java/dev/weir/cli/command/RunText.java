package dev.weir.cli.command;

import dev.weir.cli.output.JsonObject;
import dev.weir.cli.output.Style;
import dev.weir.materializer.revision.Revision;
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

    static Optional<Duration> took(Run run) {
        return run.startedAt() == null || run.finishedAt() == null
                ? Optional.empty()
                : Optional.of(Duration.between(run.startedAt(), run.finishedAt()));
    }

    static JsonObject json(Revision revision) {
        return new JsonObject().with("commit", revision.commit()).with("tree", revision.tree());
    }

    static JsonObject json(Run run) {
        return new JsonObject()
                .with("run", run.id())
                .with("status", run.status())
                .with("environment", run.environment())
                .with("request", run.request())
                .with("planned_steps", run.planned())
                .with("created_at", run.createdAt())
                .with("started_at", run.startedAt())
                .with("finished_at", run.finishedAt())
                .with("problem", run.problem())
                .with("revision", run.revision() == null ? null : json(run.revision()));
    }
}
