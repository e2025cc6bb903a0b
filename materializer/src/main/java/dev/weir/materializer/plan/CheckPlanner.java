package dev.weir.materializer.plan;

import dev.weir.assets.AssetKey;
import dev.weir.assets.problem.WeirException;
import dev.weir.materializer.version.CurrentVersion;
import dev.weir.materializer.version.VersionStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// Plans to check what is published, all of it that is asked for, and to compute nothing.
public final class CheckPlanner {

    private final Definitions definitions;
    private final VersionStore store;

    public CheckPlanner(Definitions definitions, VersionStore store) {
        this.definitions = definitions;
        this.store = store;
    }

    /// Every check of the selected assets against each current version of the selected partitions. What is tainted is looked at
    /// also if there is no check any more.
    ///
    /// @throws WeirException if the request names what there is not
    public RunPlan plan(RunRequest request) {
        long asOf = store.sequence();
        Targets targets = Targeting.of(definitions.graph(), store, request);
        List<PlannedStep> steps = new ArrayList<>();
        for (int place = 0; place < definitions.graph().size(); place++) {
            AssetKey asset = definitions.graph().assets().get(place).key();
            if (targets.at(place).isEmpty()) {
                continue;
            }
            boolean isChecked = !definitions.checksOf(asset).isEmpty();
            for (CurrentVersion current :
                    store.current(request.environment(), asset, Optional.of(targets.at(place)))) {
                if (isChecked || !current.version().tainted().isEmpty()) {
                    steps.add(new PlannedStep(
                            current.version().target(),
                            new PlannedAction.Check(current.version().id(), Set.of()),
                            List.of()));
                }
            }
        }
        return new RunPlan(request.environment(), asOf, steps, new TreeMap<>(), targets.notes(_ -> false));
    }
}
