package dev.weir.lineageui.api;

import dev.weir.assets.AssetKey;
import dev.weir.assets.spec.AssetSpec;
import dev.weir.lineageui.api.Incidents.Incident;
import dev.weir.lineageui.json.JsonObject;
import dev.weir.lineageui.view.PartitionRanges;
import dev.weir.lineageui.view.RootCauses.RootCause;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What is known of root causes: since when, of which run, which partitions.
final class Causes {
    private static final int MOST_RANGES = 20;

    private final ServedProject project;
    private final Standings standings;
    private final Incidents incidents;
    private final Map<AssetKey, String> reasons;

    /// @param page those that are asked for
    Causes(ServedProject project, Standings standings, List<RootCause> page) {
        this.project = project;
        this.standings = standings;
        incidents = new Incidents(project, standings);
        reasons = standings.reasons(page.stream().map(RootCause::asset).toList());
    }

    JsonObject json(RootCause cause) {
        AssetSpec asset = project.graph().asset(cause.asset());
        Optional<Incident> incident = incidents.of(cause.asset());
        return new JsonObject()
                .with("asset", cause.asset())
                .with("group", asset.description().group())
                .with("owners", asset.description().owners())
                .with("status", cause.standing().word())
                .with("reason", reasons.get(cause.asset()))
                .with("downstream", cause.downstream())
                .with("partitions", PartitionRanges.texts(asset.partitions(), standings.partitionsOf(cause.asset()), MOST_RANGES))
                .with("target", incident.map(Incident::target))
                .with("run", incident.map(Incident::run))
                .with("since", incident.map(Incident::since))
                .with("problem", incident.map(Incident::problem));
    }
}
