package dev.weir.lineageui.api;

import dev.weir.assets.AssetKey;
import dev.weir.assets.graph.AssetChange;
import dev.weir.assets.graph.AssetSelection;
import dev.weir.assets.graph.AssetStatus;
import dev.weir.assets.graph.SelectionFacts;
import dev.weir.materializer.plan.Outcome;
import dev.weir.materializer.status.ProjectStandings;
import java.util.Map;
import java.util.Set;

/// What a selection asks of a project, of which somebody knows already how it stands.
record KnownFacts(Map<String, AssetSelection> jobs, ProjectStandings known) implements SelectionFacts {

    @Override
    public Set<AssetKey> withStatus(AssetStatus status) {
        return known.partitionsWith(status).keySet();
    }

    @Override
    public Set<AssetKey> changed(AssetChange change) {
        return known.with(switch (change) {
            case CODE -> Outcome.CODE;
            case CONFIG -> Outcome.CONFIG;
            case INPUTS -> Outcome.INPUTS;
        }).keySet();
    }
}
