package dev.weir.lineageui.view;

import dev.weir.lineageui.json.JsonObject;
import dev.weir.materializer.publish.StepResult.FailedAttempt;
import dev.weir.materializer.revision.Revision;
import dev.weir.materializer.run.Run;
import dev.weir.materializer.run.StepCounts;
import dev.weir.materializer.run.StepRecord;
import dev.weir.materializer.version.Names;

/// Runs and their steps as JSON.
public final class RunJson {

    private RunJson() {}

    public static JsonObject of(Revision revision) {
        return new JsonObject().with("commit", revision.commit()).with("tree", revision.tree());
    }

    public static JsonObject of(Run run) {
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
                .with("revision", run.revision() == null ? null : of(run.revision()))
                .with("trigger", run.origin().trigger().word());
    }

    /// The same, with how far it has got.
    public static JsonObject of(Run run, StepCounts counts) {
        return of(run).with("steps", new JsonObject()
                .with("planned", run.planned())
                .with("done", counts.ended())
                .with("succeeded", counts.succeeded())
                .with("rejected", counts.rejected())
                .with("failed", counts.failed())
                .with("skipped", counts.skipped()));
    }

    /// What became of one step.
    public static JsonObject of(StepRecord step, Names names) {
        return new JsonObject()
                .with("target", names.of(step.target()))
                .with("asset", step.target().asset())
                .with("state", step.state())
                .with("attempt", step.attempt())
                .with("version_id", step.version())
                .with("started_at", step.timing().startedAt())
                .with("took_ms", step.timing().took())
                .with("start_up_ms", step.timing().startUp())
                .with("reason", step.reason())
                .with("detail", step.detail())
                .with("failed_before", step.timing().failedBefore(), RunJson::attempt);
    }

    private static JsonObject attempt(FailedAttempt attempt) {
        return new JsonObject()
                .with("attempt", attempt.number())
                .with("started_at", attempt.startedAt())
                .with("took_ms", attempt.took())
                .with("problem", attempt.problem());
    }
}
