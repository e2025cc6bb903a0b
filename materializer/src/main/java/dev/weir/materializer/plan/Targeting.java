package dev.weir.materializer.plan;

import dev.weir.assets.AssetKey;
import dev.weir.assets.graph.AssetGraph;
import dev.weir.assets.problem.Problem;
import dev.weir.assets.problem.ProblemCode;
import dev.weir.assets.problem.WeirException;
import dev.weir.materializer.version.VersionStore;
import dev.weir.partitions.PartitionChoice;
import dev.weir.partitions.PartitionRefusal;
import dev.weir.partitions.PartitionRequest;
import dev.weir.partitions.PartitionSet;
import dev.weir.partitions.PartitionsDefinition;
import dev.weir.partitions.PartitionsDefinition.Unpartitioned;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Finds the targets of a request: in each selected asset the partitions that were asked for.
///
/// Unpartitioned assets join whatever partitions are asked for, provided that something they read has such
/// partitions if nothing else is selected. An asset that the partitions do not fit is left out with a note; that is
/// a problem only if it was named, or if nothing fits.
final class Targeting {

    private final AssetGraph graph;
    private final VersionStore store;
    private final RunRequest request;
    private final Set<AssetKey> named;
    private final List<PartitionRequest> fixed;
    private final boolean onlyMissing;
    private final Set<PartitionsDefinition.Static> lists = new LinkedHashSet<>();

    private final PartitionSet[] partitions;
    private final BitSet forced = new BitSet();
    private final List<String> notes = new ArrayList<>();
    private final Refusals problems = new Refusals();
    private final Refusals leftOut = new Refusals();
    private final Set<String> malformed = new LinkedHashSet<>();
    private boolean anyFits;

    private Targeting(AssetGraph graph, VersionStore store, RunRequest request) {
        this.graph = graph;
        this.store = store;
        this.request = request;
        named = new HashSet<>(request.selection().namedIn(graph));
        fixed = new ArrayList<>();
        for (PartitionRequest wanted : request.partitions()) {
            if (!(wanted instanceof PartitionRequest.Missing)) {
                fixed.add(wanted);
            }
        }
        onlyMissing = fixed.size() < request.partitions().size();
        partitions = new PartitionSet[graph.size()];
        Arrays.fill(partitions, PartitionSet.EMPTY);
    }

    /// @throws WeirException if the selection or the partitions select nothing, or name what there is not
    static Targets of(AssetGraph graph, VersionStore store, RunRequest request) {
        List<AssetKey> selected = request.selection().selectFrom(graph);
        if (selected.isEmpty()) {
            throw new WeirException(List.of(request.selection().nothingSelected()));
        }
        Targeting targeting = new Targeting(graph, store, request);
        for (AssetKey asset : selected) {
            if (graph.asset(asset).partitions() instanceof PartitionsDefinition.Static list) {
                targeting.lists.add(list);
            }
        }
        for (AssetKey asset : selected) {
            targeting.select(asset);
        }
        targeting.refuse(selected);
        return new Targets(
                targeting.partitions, targeting.forced, targeting.notes, targeting.leftOut, targeting.requested());
    }

    private Optional<Function<PartitionsDefinition, PartitionSet>> requested() {
        return fixed.isEmpty()
                ? Optional.empty()
                : Optional.of(definition ->
                        PartitionChoice.of(fixed, definition, request.now()).partitions());
    }

    private void select(AssetKey asset) {
        int place = graph.placeOf(asset);
        PartitionsDefinition definition = graph.assets().get(place).partitions();
        boolean unpartitioned = definition instanceof Unpartitioned;
        if (unpartitioned || request.partitions().isEmpty()) {
            partitions[place] = definition.all(request.now());
            if (partitions[place].isEmpty()) {
                notes.add("%s has no complete partition yet: it is %s".formatted(asset, definition.describe()));
            }
        } else {
            partitions[place] = choose(asset, definition);
        }
        // Where partitions are asked for, what has none only joins.
        boolean meant = !unpartitioned || request.partitions().isEmpty() || named.contains(asset);
        forced.set(place, request.force() == Force.SELECTED && meant);
    }

    private PartitionSet choose(AssetKey asset, PartitionsDefinition definition) {
        List<PartitionRequest> meant = meantFor(definition);
        if (meant.isEmpty() && !onlyMissing) {
            String keys = fixed.stream().map(PartitionRequest::toString).collect(Collectors.joining(", "));
            (named.contains(asset) ? problems : leftOut).add("it has no partition %s".formatted(keys), asset);
            return PartitionSet.EMPTY;
        }
        if (named.contains(asset)) {
            meant = meant.stream().map(wanted -> wanted.asKeyOf(definition)).toList();
        }
        PartitionChoice choice = PartitionChoice.of(meant, definition, request.now());
        PartitionSet chosen = onlyMissing ? choice.partitions().union(missing(asset, definition)) : choice.partitions();
        boolean fits = onlyMissing || !chosen.isEmpty();
        anyFits |= fits;
        for (PartitionRefusal refusal : choice.refusals()) {
            switch (refusal.reason()) {
                case MALFORMED -> malformed.add(refusal.message());
                case TOO_COARSE, UNPARTITIONED, OUTSIDE -> {
                    if (!fits) {
                        (named.contains(asset) ? problems : leftOut).add(refusal.message(), asset);
                    }
                }
            }
        }
        return chosen;
    }

    // What is a key of one asset's list says nothing to a calendar.
    private List<PartitionRequest> meantFor(PartitionsDefinition definition) {
        return definition instanceof PartitionsDefinition.Time && !lists.isEmpty()
                ? fixed.stream().filter(wanted -> !isInAList(wanted)).toList()
                : fixed;
    }

    private boolean isInAList(PartitionRequest wanted) {
        return lists.stream()
                .anyMatch(list -> !wanted.selectFrom(list, request.now()).partitions().isEmpty());
    }

    private PartitionSet missing(AssetKey asset, PartitionsDefinition definition) {
        Held held = Held.of(store.current(request.environment(), asset, Optional.empty()));
        return definition.all(request.now()).minus(held.existing());
    }

    private void refuse(List<AssetKey> selected) {
        List<Problem> all = new ArrayList<>();
        malformed.forEach(message -> all.add(Problem.of(ProblemCode.UNKNOWN_PARTITION, message)));
        if (all.isEmpty()) {
            problems.forEach((assets, message) -> all.add(problem(assets, message)));
            if (!request.partitions().isEmpty() && !anyFits && !fitsAbove(selected)) {
                leftOut.forEach((assets, message) -> all.add(problem(assets, message)));
                if (all.isEmpty()) {
                    all.add(Problem.of(
                            ProblemCode.UNKNOWN_PARTITION,
                            "%s not partitioned: leave out --partition".formatted(Refusals.areOrIs(selected))));
                }
            }
        }
        if (!all.isEmpty()) {
            throw new WeirException(all);
        }
    }

    // An unpartitioned asset may ask for partitions of what it reads.
    private boolean fitsAbove(List<AssetKey> selected) {
        if (request.upstreams() == Upstreams.SELECTION_ONLY) {
            return false;
        }
        return selected.stream()
                .filter(asset -> graph.asset(asset).partitions() instanceof Unpartitioned)
                .flatMap(asset -> graph.allUpstreamOf(asset, AssetGraph.ANY_DEPTH).stream())
                .distinct()
                .map(upstream -> graph.asset(upstream).partitions())
                .anyMatch(above -> (onlyMissing && !(above instanceof Unpartitioned))
                        || !PartitionChoice.of(fixed, above, request.now())
                                .partitions()
                                .isEmpty());
    }

    private static Problem problem(List<AssetKey> assets, String message) {
        return Problem.of(ProblemCode.UNKNOWN_PARTITION, "%s: %s".formatted(Refusals.list(assets), message));
    }
}
