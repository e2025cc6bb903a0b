package dev.weir.lineageui.api;

import dev.weir.assets.AssetKey;
import dev.weir.assets.spec.AssetSpec;
import dev.weir.lineageui.json.JsonObject;
import dev.weir.lineageui.view.AssetStanding;
import dev.weir.lineageui.view.PartitionRanges;
import dev.weir.lineageui.view.Reference;
import dev.weir.lineageui.view.RootCauses.RootCause;
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

/// What is known of root causes: since when, of which run, which partitions.
final class Causes {
    private static final int MOST_FAILURES = 10_000;
    private static final int MOST_RANGES = 20;

    private final ServedProject project;
    private final Standings standings;
    private final Names names;
    private final Map<AssetKey, StepRecord> failures = new HashMap<>();

    Causes(ServedProject project, Standings standings) {
        this.project = project;
        this.standings = standings;
        names = new Names(project.graph());
        if (standings.causes().stream().anyMatch(cause -> cause.standing() == AssetStanding.FAILED)) {
            project.runs().failures(project.environment(), MOST_FAILURES).forEach(step ->
                    failures.putIfAbsent(step.target().asset(), step));
        }
    }

    /// What happened last.
    private record Event(String target, String run, Instant since, @Nullable String problem) {}

    JsonObject json(RootCause cause) {
        AssetSpec asset = project.graph().asset(cause.asset());
        Optional<Event> event = event(cause);
        return new JsonObject()
                .with("asset", cause.asset())
                .with("group", asset.description().group())
                .with("owners", asset.description().owners())
                .with("status", cause.standing().word())
                .with("reason", standings.reason(cause.asset()))
                .with("downstream", cause.downstream())
                .with("partitions", PartitionRanges.texts(asset.partitions(), standings.partitionsOf(cause.asset()), MOST_RANGES))
                .with("target", event.map(Event::target))
                .with("run", event.map(Event::run))
                .with("since", event.map(Event::since))
                .with("problem", event.map(Event::problem));
    }

    private Optional<Event> event(RootCause cause) {
        return switch (cause.standing()) {
            case FAILED -> Optional.ofNullable(failures.get(cause.asset())).map(step -> new Event(
                    names.of(step.target()),
                    step.run().toString(),
                    step.timing().startedAt().plus(step.timing().took()),
                    step.detail()));
            case REJECTED -> new Versions(project, project.environment())
                    .rejected(new Reference(cause.asset(), OptionalInt.empty(), OptionalLong.empty()))
                    .map(this::rejected);
            case TAINTED, MISSING, STALE, RUNNING, SKIPPED, FRESH -> Optional.empty();
        };
    }

    private Event rejected(Version version) {
        return new Event(
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
