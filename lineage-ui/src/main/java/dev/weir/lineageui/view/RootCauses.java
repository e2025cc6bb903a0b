package dev.weir.lineageui.view;

import dev.weir.assets.AssetKey;
import dev.weir.assets.graph.AssetGraph;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;

/// What somebody has to look at: the assets that are not well by themselves, each with how many downstream are not well
/// because of it. What a run is at work on, and what waits for that, is being seen to.
public final class RootCauses {

    private RootCauses() {}

    /// @param downstream how many assets are missing or stale behind it
    public record RootCause(AssetKey asset, AssetStanding standing, int downstream) {}

    private static final Comparator<RootCause> WORST_FIRST = Comparator.comparingInt((RootCause cause) -> urgency(cause.standing))
            .thenComparing(RootCause::downstream, Comparator.reverseOrder())
            .thenComparing(RootCause::asset);

    /// The worst first.
    public static List<RootCause> of(AssetGraph graph, Function<AssetKey, AssetStanding> standings) {
        List<AssetStanding> standing = graph.keys().stream().map(standings).toList();
        List<int[]> downstream = graph.keys().stream()
                .map(asset -> graph.downstreamOf(asset).stream().mapToInt(graph::placeOf).toArray())
                .toList();
        return of(graph.keys(), standing, downstream);
    }

    /// @param assets upstreams before what reads them
    static List<RootCause> of(List<AssetKey> assets, List<AssetStanding> standing, List<int[]> downstream) {
        BitSet explained = new BitSet(assets.size());
        List<RootCause> causes = new ArrayList<>();
        for (int place = 0; place < assets.size(); place++) {
            AssetStanding own = standing.get(place);
            if (isOwnFault(own) || (waits(own) && !explained.get(place))) {
                causes.add(new RootCause(assets.get(place), own, behind(place, standing, downstream)));
            }
            if (own == AssetStanding.RUNNING || isOwnFault(own) || waits(own)) {
                for (int reader : downstream.get(place)) {
                    explained.set(reader);
                }
            }
        }
        causes.sort(WORST_FIRST);
        return causes;
    }

    private static int behind(int cause, List<AssetStanding> standing, List<int[]> downstream) {
        BitSet seen = new BitSet(standing.size());
        Deque<Integer> open = new ArrayDeque<>(List.of(cause));
        while (!open.isEmpty()) {
            for (int reader : downstream.get(open.removeLast())) {
                if (waits(standing.get(reader)) && !seen.get(reader)) {
                    seen.set(reader);
                    open.addLast(reader);
                }
            }
        }
        return seen.cardinality();
    }

    private static boolean isOwnFault(AssetStanding standing) {
        return switch (standing) {
            case FAILED, REJECTED, TAINTED -> true;
            case FRESH, STALE, MISSING, RUNNING, SKIPPED, UNKNOWN -> false;
        };
    }

    private static boolean waits(AssetStanding standing) {
        return switch (standing) {
            case STALE, MISSING -> true;
            case FRESH, FAILED, REJECTED, TAINTED, RUNNING, SKIPPED, UNKNOWN -> false;
        };
    }

    private static int urgency(AssetStanding standing) {
        return switch (standing) {
            case FAILED -> 0;
            case REJECTED -> 1;
            case TAINTED -> 2;
            case STALE -> 3;
            case MISSING -> 4;
            case RUNNING, SKIPPED, FRESH, UNKNOWN -> 5;
        };
    }
}
