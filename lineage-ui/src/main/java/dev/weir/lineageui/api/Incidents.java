package dev.weir.lineageui.api;

import dev.weir.assets.AssetKey;
import dev.weir.lineageui.json.JsonObject;
import dev.weir.lineageui.view.AssetStanding;
import dev.weir.lineageui.view.Reference;
import dev.weir.lineageui.view.Versions;
import dev.weir.materializer.run.StepRecord;
import dev.weir.materializer.version.Names;
import dev.weir.materializer.version.Version;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// What happened last to assets that have failed or were rejected. For one answer.
final class Incidents {
    private static final int MOST_FAILURES = 10_000;

    private final ServedProject project;
    private final Standings standings;
    private final Names names;
    private @Nullable Map<AssetKey, StepRecord> failures;

    Incidents(ServedProject project, Standings standings) {
        this.project = project;
        this.standings = standings;
        names = new Names(project.graph());
    }

    /// @param target which partition of which asset
    record Incident(String target, String run, Instant since, @Nullable String problem) {

        JsonObject json() {
            return new JsonObject().with("target", target).with("run", run).with("since", since).with("problem", problem);
        }
    }

    Optional<Incident> of(AssetKey asset) {
        return switch (standings.of(asset)) {
            case FAILED -> Optional.ofNullable(failures().get(asset)).map(step -> new Incident(
                    names.of(step.target()),
                    step.run().toString(),
                    step.timing().startedAt().plus(step.timing().took()),
                    step.detail()));
            case REJECTED -> new Versions(project, project.environment())
                    .rejected(new Reference(asset, OptionalInt.empty(), OptionalLong.empty()))
                    .map(this::rejected);
            case TAINTED, MISSING, STALE, RUNNING, SKIPPED, FRESH, UNKNOWN -> Optional.empty();
        };
    }

    private Map<AssetKey, StepRecord> failures() {
        if (failures == null) {
            Map<AssetKey, StepRecord> found = new HashMap<>();
            project.runs().failures(project.environment(), MOST_FAILURES)
                    .forEach(step -> found.putIfAbsent(step.target().asset(), step));
            failures = found;
        }
        return failures;
    }

    private Incident rejected(Version version) {
        return new Incident(
                names.of(version.target()),
                version.origin().run().toString(),
                version.origin().createdAt(),
                standings.failedChecks(version.target().asset()).stream()
                        .filter(failed -> failed.target().equals(version.target()) && failed.number() == version.number())
                        .map(failed -> "check %s: %s".formatted(failed.verdict().check().name(), failed.verdict().description()))
                        .sorted()
                        .reduce((one, other) -> one + "; " + other)
                        .orElse(null));
    }
}
