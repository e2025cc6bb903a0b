package dev.weir.materializer.plan;

import dev.weir.assets.AssetKey;
import dev.weir.assets.graph.AssetGraph;
import dev.weir.assets.spec.Membership;
import dev.weir.partitions.PartitionSet;
import dev.weir.partitions.PartitionsDefinition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// What has to be decided again after something was touched: wave by wave, upstream before downstream, as far as what reads a
/// partition finds something else than before.
///
/// Invariant: what is open lies downstream of the wave that was handed out last.
final class Redecided {

    private final AssetGraph graph;
    private final List<PartitionSet> needed;
    private final Map<PartitionsDefinition, PartitionSet> due = new HashMap<>();
    private final PartitionSet[] touched;
    private final PartitionSet[] open;
    private final TreeSet<Integer> places = new TreeSet<>();
    private List<Integer> wave = List.of();

    /// @param needed all that is looked at; what falls due until `now` comes along
    Redecided(AssetGraph graph, List<PartitionSet> needed, Instant now) {
        this.graph = graph;
        this.needed = new ArrayList<>(needed);
        touched = none(graph.size());
        open = none(graph.size());
        for (int place = 0; place < graph.size(); place++) {
            fallDue(place, now);
        }
    }

    static PartitionSet[] none(int size) {
        PartitionSet[] none = new PartitionSet[size];
        Arrays.fill(none, PartitionSet.EMPTY);
        return none;
    }

    private void fallDue(int place, Instant now) {
        PartitionSet all = due.computeIfAbsent(definitionOf(place), definition -> definition.all(now));
        if (!needed.get(place).containsAll(all)) {
            PartitionSet fresh = all.minus(needed.get(place));
            needed.set(place, needed.get(place).union(fresh));
            touched[place] = fresh;
            open(place, fresh);
        }
    }

    private PartitionsDefinition definitionOf(int place) {
        return graph.assets().get(place).partitions();
    }

    /// Whether all of them are due. Of others it depends on what exists whether anybody looks at them.
    boolean touch(int place, PartitionSet partitions) {
        touched[place] = touched[place].union(partitions);
        open(place, partitions);
        return due.getOrDefault(definitionOf(place), PartitionSet.EMPTY).containsAll(partitions);
    }

    private void open(int place, PartitionSet partitions) {
        if (!partitions.isEmpty()) {
            open[place] = open[place].union(partitions);
            places.add(place);
        }
    }

    List<PartitionSet> needed() {
        return needed;
    }

    boolean isOpen() {
        return !places.isEmpty();
    }

    /// The places of the wave that was handed out last.
    List<Integer> places() {
        return wave;
    }

    /// What is open of one level: nothing of it reads other parts of it, but for assets that read themselves.
    PartitionSet[] nextWave() {
        int level = levelOf(places.first());
        TreeSet<Integer> next = new TreeSet<>();
        while (!places.isEmpty() && levelOf(places.first()) == level) {
            next.add(places.pollFirst());
        }
        for (int place : List.copyOf(next)) {
            joinTogether(place, next);
        }
        PartitionSet[] partitions = none(graph.size());
        for (int place : next) {
            partitions[place] = withLater(place, open[place]);
            open[place] = PartitionSet.EMPTY;
            places.remove(place);
        }
        wave = List.copyOf(next);
        return partitions;
    }

    private int levelOf(int place) {
        return graph.levelOf(graph.keys().get(place));
    }

    private void joinTogether(int place, Set<Integer> next) {
        for (int other : together(graph, place)) {
            open[other] = open[other].union(open[place].intersection(needed.get(other)));
            if (!open[other].isEmpty()) {
                next.add(other);
            }
        }
    }

    // Whether a partition is computed may decide about the one after it.
    private PartitionSet withLater(int place, PartitionSet partitions) {
        return graph.assets().get(place).computation().previous().isEmpty()
                ? partitions
                : partitions.union(needed.get(place)
                        .intersection(PartitionSet.range(partitions.first(), needed.get(place).last())));
    }

    /// What reads these partitions of an asset of the wave finds something else.
    ///
    /// @param changed besides those that were touched
    void follow(int place, PartitionSet changed) {
        PartitionSet other = changed.union(touched[place]);
        if (!other.isEmpty()) {
            for (AssetKey reader : graph.downstreamOf(graph.keys().get(place))) {
                int below = graph.placeOf(reader);
                for (Edge edge : Edge.of(graph, below)) {
                    if (edge.upstream() == place) {
                        open(below, edge.readersOf(other, needed.get(below)));
                    }
                }
            }
        }
    }

    /// The places of what one call makes, ascending, this one among them.
    static int[] together(AssetGraph graph, int place) {
        Optional<Membership> membership = graph.assets().get(place).computation().membership();
        return membership.isPresent() && membership.get().extent() == Membership.Extent.ALL
                ? membership.get().all().stream().mapToInt(graph::placeOf).sorted().toArray()
                : new int[] {place};
    }
}
