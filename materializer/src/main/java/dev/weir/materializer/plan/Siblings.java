package dev.weir.materializer.plan;

import dev.weir.assets.AssetKey;
import dev.weir.assets.graph.AssetGraph;
import dev.weir.assets.spec.Membership;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Which of the needed assets come with others, because one call of a method makes all of them: by their places.
final class Siblings {

    private static final int[] NONE = {};

    private final AssetGraph graph;
    private final Map<AssetKey, int[]> calls = new LinkedHashMap<>();

    Siblings(AssetGraph graph) {
        this.graph = graph;
    }

    /// Takes note that an asset is needed.
    void need(int place) {
        Optional<Membership> membership =
                graph.assets().get(place).computation().membership();
        if (membership.isPresent()
                && membership.get().extent() == Membership.Extent.ALL
                && !calls.containsKey(membership.get().all().getFirst())) {
            calls.put(membership.get().all().getFirst(), placesOf(membership.get()));
        }
    }

    private int[] placesOf(Membership membership) {
        return membership.all().stream().mapToInt(graph::placeOf).sorted().toArray();
    }

    /// The calls that make something needed, each by the places of what it makes, ascending.
    Collection<int[]> calls() {
        return calls.values();
    }

    /// The places of what the call makes that makes this; empty if that makes nothing else.
    int[] of(int place) {
        if (calls.isEmpty()) {
            return NONE;
        }
        Optional<Membership> membership =
                graph.assets().get(place).computation().membership();
        return membership.isEmpty()
                ? NONE
                : calls.getOrDefault(membership.get().all().getFirst(), NONE);
    }
}
