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
import java.util.function.Supplier;

/// What a selection asks of a project.
///
/// @param known how it stands; asked for only if a selection asks for that
record KnownFacts(Map<String, AssetSelection> jobs, Supplier<ProjectStandings> known) implements SelectionFacts {

    @Override
    public Set<AssetKey> withStatus(AssetStatus status) {
        return known.get().partitionsWith(status).keySet();
    }

    @Override
    public Set<AssetKey> changed(AssetChange change) {
        return known.get().with(Outcome.of(change)).keySet();
    }
}
