package dev.weir.assets.graph;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Finds assets that depend on themselves. Where assets are tangled in several cycles at once (a strongly connected
/// component, found as Tarjan does, without recursion), one cycle stands for all of them: the shortest through its
/// first asset, as taking it apart is the next step anyway.
final class Cycles {

    private final Edges upstream;
    private final int[] visitedAt;
    private final int[] lowest;
    private final int[] nextEdge;
    private final BitSet inComponent;
    private final Deque<Integer> component = new ArrayDeque<>();
    private final Deque<Integer> path = new ArrayDeque<>();
    private final List<TreeSet<Integer>> tangles = new ArrayList<>();
    private int clock;

    private Cycles(Edges upstream) {
        this.upstream = upstream;
        this.visitedAt = new int[upstream.size()];
        this.lowest = new int[upstream.size()];
        this.nextEdge = new int[upstream.size()];
        this.inComponent = new BitSet(upstream.size());
    }

    /// One cycle for each tangle: the assets along it, each reading the next, the last reading the first.
    ///
    /// @param starts the assets a cycle may be told from; a tangle without any of them is left out
    static List<List<Integer>> of(Edges upstream, BitSet starts) {
        Cycles cycles = new Cycles(upstream);
        for (int asset = 0; asset < upstream.size(); asset++) {
            if (cycles.visitedAt[asset] == 0) {
                cycles.visit(asset);
            }
        }
        List<List<Integer>> found = new ArrayList<>();
        for (Set<Integer> tangle : cycles.tangles) {
            Optional<Integer> start = tangle.stream().filter(starts::get).findFirst();
            start.ifPresent(asset -> found.add(cycles.shortest(asset, tangle)));
        }
        return found;
    }

    private void visit(int root) {
        enter(root);
        while (!path.isEmpty()) {
            int asset = path.getLast();
            if (nextEdge[asset] < upstream.degree(asset)) {
                int target = upstream.target(asset, nextEdge[asset]++);
                if (visitedAt[target] == 0) {
                    enter(target);
                } else if (inComponent.get(target)) {
                    lowest[asset] = Math.min(lowest[asset], visitedAt[target]);
                }
            } else {
                leave(asset);
            }
        }
    }

    private void enter(int asset) {
        visitedAt[asset] = ++clock;
        lowest[asset] = clock;
        inComponent.set(asset);
        component.addLast(asset);
        path.addLast(asset);
    }

    private void leave(int asset) {
        path.removeLast();
        if (!path.isEmpty()) {
            int reader = path.getLast();
            lowest[reader] = Math.min(lowest[reader], lowest[asset]);
        }
        if (lowest[asset] == visitedAt[asset]) {
            TreeSet<Integer> tangle = new TreeSet<>();
            int member;
            do {
                member = component.removeLast();
                inComponent.clear(member);
                tangle.add(member);
            } while (member != asset);
            if (tangle.size() > 1 || upstream.targets(asset).anyMatch(target -> target == asset)) {
                tangles.add(tangle);
            }
        }
    }

    private List<Integer> shortest(int start, Set<Integer> tangle) {
        Map<Integer, Integer> readerOf = new HashMap<>();
        Deque<Integer> queue = new ArrayDeque<>(List.of(start));
        while (!readerOf.containsKey(start)) {
            int asset = queue.removeFirst();
            upstream.targets(asset).filter(tangle::contains).forEach(target -> {
                if (readerOf.putIfAbsent(target, asset) == null) {
                    queue.addLast(target);
                }
            });
        }
        Deque<Integer> cycle = new ArrayDeque<>();
        Integer asset = start;
        do {
            asset = Objects.requireNonNull(readerOf.get(asset));
            cycle.addFirst(asset);
        } while (asset != start);
        return List.copyOf(cycle);
    }
}
