package dev.weir.materializer.plan;

import dev.weir.assets.AssetKey;
import dev.weir.assets.problem.WeirException;
import dev.weir.materializer.version.AssetPartition;
import dev.weir.materializer.version.EnvironmentName;
import dev.weir.materializer.version.Names;
import dev.weir.materializer.version.Progress;
import dev.weir.materializer.version.VersionStore;
import dev.weir.partitions.PartitionSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Turns a request into a plan. Reads the store, a few calls for each asset at most, and changes nothing. What is held
/// stays as it is, whatever it was made of, except where it is forced.
public final class RunPlanner {

    private final Definitions definitions;
    private final VersionStore store;
    private final Map<AssetKey, PartitionSet> given;
    private final Observer observer;

    /// Takes external assets for what was seen last.
    public RunPlanner(Definitions definitions, VersionStore store) {
        this(definitions, store, Map.of(), Observer.LAST_SEEN);
    }

    public RunPlanner(Definitions definitions, VersionStore store, Observer observer) {
        this(definitions, store, Map.of(), observer);
    }

    /// @param given partitions whose current version counts as up to date too, as those do that are held
    public RunPlanner(Definitions definitions, VersionStore store, Map<AssetKey, PartitionSet> given) {
        this(definitions, store, given, Observer.LAST_SEEN);
    }

    private RunPlanner(
            Definitions definitions, VersionStore store, Map<AssetKey, PartitionSet> given, Observer observer) {
        this.definitions = definitions;
        this.store = store;
        this.given = Map.copyOf(given);
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

    /// What is left of a request.
    ///
    /// @param done what counts as up to date, whatever it was made of, and is not forced: partitions of declared assets
    public RunPlan rest(RunRequest request, Map<AssetKey, PartitionSet> done) {
        Targets targets = Targeting.of(definitions.graph(), store, request).sparing(definitions.graph(), done);
        return new RunPlanner(definitions, store, done, observer)
                .plan(request.environment(), targets, request.upstreams(), request.now());
    }

    /// The plan that brings just these up to date, with everything behind them.
    ///
    /// @param wanted partitions of declared assets
    /// @param done as of [#rest]
    public RunPlan just(
            EnvironmentName environment,
            Map<AssetKey, PartitionSet> wanted,
            Force force,
            Map<AssetKey, PartitionSet> done,
            Instant now) {
        Targets targets = Targets.of(definitions.graph(), wanted, force).sparing(definitions.graph(), done);
        return new RunPlanner(definitions, store, done, observer).plan(environment, targets, Upstreams.INCLUDED, now);
    }

    RunPlan plan(EnvironmentName environment, Targets targets, Upstreams upstreams, Instant now) {
        long asOf = store.sequence();
        Holds holds = new Holds(store.holds(environment), given);
        Needs needs = Needs.of(
                definitions.graph(), new Needs.Source(store, environment, Progress.UNSEEN), now, targets, upstreams, holds);
        Decisions decisions = new Decisions(
                definitions,
                environment,
                new Decisions.World(store, observer),
                now,
                targets,
                needs,
                new Decisions.Manner(upstreams, Decisions.Detail.STEPS, new Decided(definitions.graph().size())));
        decisions.decide(Progress.UNSEEN);
        List<String> notes = new ArrayList<>(targets.notes(
                asset -> !needs.needed(definitions.graph().placeOf(asset)).isEmpty()));
        notes.addAll(decisions.notes());
        notes.addAll(holds.notes(needs, definitions.graph().keys(), new Names(definitions.graph())));
        return new RunPlan(environment, asOf, decisions.steps(), decisions.reused(), notes);
    }
}
