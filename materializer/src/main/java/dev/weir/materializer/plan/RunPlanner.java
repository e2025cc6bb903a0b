package dev.weir.materializer.plan;

import dev.weir.assets.AssetKey;
import dev.weir.assets.problem.WeirException;
import dev.weir.materializer.version.AssetPartition;
import dev.weir.materializer.version.EnvironmentName;
import dev.weir.materializer.version.VersionStore;
import dev.weir.partitions.PartitionSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Turns a request into a plan. Reads the store, a few calls for each asset at most, and changes nothing.
public final class RunPlanner {

    private final Definitions definitions;
    private final VersionStore store;
    private final Map<AssetKey, PartitionSet> held;
    private final Observer observer;

    /// Takes external assets for what was seen last.
    public RunPlanner(Definitions definitions, VersionStore store) {
        this(definitions, store, Map.of(), Observer.LAST_SEEN);
    }

    public RunPlanner(Definitions definitions, VersionStore store, Observer observer) {
        this(definitions, store, Map.of(), observer);
    }

    /// @param held partitions whose current version counts as up to date whatever it was made of; they are computed only
    ///     where that is forced
    public RunPlanner(Definitions definitions, VersionStore store, Map<AssetKey, PartitionSet> held) {
        this(definitions, store, held, Observer.LAST_SEEN);
    }

    private RunPlanner(
            Definitions definitions, VersionStore store, Map<AssetKey, PartitionSet> held, Observer observer) {
        this.definitions = definitions;
        this.store = store;
        this.held = Map.copyOf(held);
        this.observer = observer;
    }

    /// @throws WeirException if the request names what there is not, or takes only the selection and that needs
    ///     more
    public RunPlan plan(RunRequest request) {
        Targets targets = Targeting.of(definitions.graph(), store, request);
        return plan(request.environment(), targets, request.upstreams(), request.now());
    }

    /// The plan that brings one asset partition up to date, with everything behind it.
    public RunPlan plan(EnvironmentName environment, AssetPartition target, Instant now) {
        int place = definitions.graph().placeOf(target.asset());
        Targets targets = Targets.of(definitions.graph(), place, PartitionSet.of(target.ordinal()));
        return plan(environment, targets, Upstreams.INCLUDED, now);
    }

    RunPlan plan(EnvironmentName environment, Targets targets, Upstreams upstreams, Instant now) {
        long asOf = store.sequence();
        Needs needs = Needs.of(definitions.graph(), environment, store, now, targets, upstreams, held);
        Decisions decisions = new Decisions(
                definitions, environment, new Decisions.World(store, observer), now, targets, needs, upstreams);
        decisions.decide();
        List<String> notes = new ArrayList<>(targets.notes());
        notes.addAll(decisions.notes());
        return new RunPlan(environment, asOf, decisions.steps(), decisions.reused(), notes);
    }
}
