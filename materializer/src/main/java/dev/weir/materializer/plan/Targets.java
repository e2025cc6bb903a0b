package dev.weir.materializer.plan;

import dev.weir.assets.AssetKey;
import dev.weir.assets.graph.AssetGraph;
import dev.weir.partitions.PartitionSet;
import dev.weir.partitions.PartitionsDefinition;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// What a request comes down to in a graph: partitions of assets, by the place of the asset in the graph. Written
/// once while it is made, and read after.
final class Targets {

    private final @Nullable PartitionSet[] partitions;
    private final BitSet forced;
    private final List<String> notes;
    private final Refusals leftOut;
    private final Optional<Function<PartitionsDefinition, PartitionSet>> requested;

    /// @param partitions by place; null for an asset that is not selected
    /// @param forced the places of the assets that are computed whatever their state
    /// @param leftOut what was selected and is not asked for, and why
    /// @param requested which partitions of any definition the request names; empty if it names none and means all
    Targets(
            @Nullable PartitionSet[] partitions,
            BitSet forced,
            List<String> notes,
            Refusals leftOut,
            Optional<Function<PartitionsDefinition, PartitionSet>> requested) {
        this.partitions = partitions;
        this.forced = forced;
        this.notes = List.copyOf(notes);
        this.leftOut = leftOut;
        this.requested = requested;
    }

    /// Some partitions of one asset.
    static Targets of(AssetGraph graph, int place, PartitionSet partitions) {
        @Nullable PartitionSet[] only = new PartitionSet[graph.size()];
        only[place] = partitions;
        return new Targets(only, new BitSet(), List.of(), new Refusals(), Optional.empty());
    }

    /// Some partitions of several assets.
    static Targets of(AssetGraph graph, Map<AssetKey, PartitionSet> wanted, Force force) {
        @Nullable PartitionSet[] partitions = new PartitionSet[graph.size()];
        BitSet forced = new BitSet();
        wanted.forEach((asset, set) -> {
            int place = graph.placeOf(asset);
            partitions[place] = set;
            forced.set(place, force == Force.SELECTED);
        });
        return new Targets(partitions, forced, List.of(), new Refusals(), Optional.empty());
    }

    /// The same without what is forced, and need not be.
    Targets sparing(AssetGraph graph, Map<AssetKey, PartitionSet> done) {
        @Nullable PartitionSet[] rest = partitions.clone();
        done.forEach((asset, set) -> {
            int place = graph.placeOf(asset);
            if (forced.get(place)) {
                rest[place] = at(place).minus(set);
            }
        });
        return new Targets(rest, forced, notes, leftOut, requested);
    }

    PartitionSet at(int place) {
        PartitionSet at = partitions[place];
        return at == null ? PartitionSet.EMPTY : at;
    }

    boolean isForced(int place) {
        return forced.get(place);
    }

    /// @param comesAlong whether an asset that is left out is needed all the same
    List<String> notes(Predicate<AssetKey> comesAlong) {
        List<String> all = new ArrayList<>(notes);
        leftOut.without(comesAlong).forEach((assets, message) ->
                all.add("%s left out: %s".formatted(Refusals.areOrIs(assets), message)));
        return all;
    }

    Optional<Function<PartitionsDefinition, PartitionSet>> requested() {
        return requested;
    }

    boolean isEmpty() {
        return Arrays.stream(partitions).allMatch(set -> set == null || set.isEmpty());
    }
}
