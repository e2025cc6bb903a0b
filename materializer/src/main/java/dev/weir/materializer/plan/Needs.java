package dev.weir.materializer.plan;

import dev.weir.assets.AssetKey;
import dev.weir.assets.graph.AssetGraph;
import dev.weir.materializer.version.CurrentVersion;
import dev.weir.materializer.version.EnvironmentName;
import dev.weir.materializer.version.Progress;
import dev.weir.materializer.version.StandingSkip;
import dev.weir.materializer.version.Version;
import dev.weir.materializer.version.VersionStore;
import dev.weir.partitions.PartitionSet;
import dev.weir.partitions.PartitionsDefinition;
import dev.weir.partitions.PartitionsDefinition.Unpartitioned;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Everything a plan has to look at, found from the targets upwards: which partitions of which assets must be
/// there, and what the store holds of them and of what they read.
///
/// An upstream counts as needed whether or not what reads it is up to date: what is behind it may be stale. An
/// asset that reads all existing partitions of another needs those that exist; if none does, all complete ones.
/// Where a request names partitions, only those come along, and the others are read as they are.
final class Needs {

    private final AssetGraph graph;
    private final Source source;
    private final EnvironmentName environment;
    private final VersionStore store;
    private final Instant now;
    private final Targets targets;
    private final Upstreams upstreams;
    private final Holds holds;

    private final PartitionSet[] needed;
    private final PartitionSet[] read;
    // Of which upstreams all partitions are looked at, and what for.
    private final BitSet wholly;
    private final BitSet existing;
    private final BitSet every;
    private final BitSet newest;
    private final @Nullable List<Edge>[] edges;
    private final Held[] held;
    private final Siblings siblings;
    private final Map<Integer, SortedMap<Integer, Version>> rejections = new TreeMap<>();
    private final Map<Integer, SortedMap<Integer, StandingSkip>> skips = new TreeMap<>();

    @SuppressWarnings({"unchecked", "rawtypes"})
    private Needs(
            AssetGraph graph,
            Source source,
            Instant now,
            Targets targets,
            Upstreams upstreams,
            Holds holds) {
        this.graph = graph;
        this.source = source;
        environment = source.environment();
        store = source.store();
        this.now = now;
        this.targets = targets;
        this.upstreams = upstreams;
        this.holds = holds;
        this.siblings = new Siblings(graph);
        int size = graph.size();
        needed = new PartitionSet[size];
        for (int place = 0; place < size; place++) {
            needed[place] = targets.at(place);
        }
        read = new PartitionSet[size];
        Arrays.fill(read, PartitionSet.EMPTY);
        wholly = new BitSet(size);
        existing = new BitSet(size);
        every = new BitSet(size);
        newest = new BitSet(size);
        edges = new List[size];
        held = new Held[size];
        Arrays.fill(held, Held.NOTHING);
    }

    /// Where what is held is read from.
    ///
    /// @param reading told how far that has come
    record Source(VersionStore store, EnvironmentName environment, Progress reading) {}

    static Needs of(
            AssetGraph graph, Source source, Instant now, Targets targets, Upstreams upstreams, Holds holds) {
        Needs needs = new Needs(graph, source, now, targets, upstreams, holds);
        needs.follow();
        return needs;
    }

    /// The partitions of an asset that must be there.
    PartitionSet needed(int place) {
        return needed[place];
    }

    /// Those of them whose current version stays, whatever it was made of.
    PartitionSet fixed(int place) {
        PartitionSet kept = kept(place);
        return kept.isEmpty() ? kept : kept.intersection(needed[place]);
    }

    /// The same of all that are held, needed or not.
    PartitionSet kept(int place) {
        PartitionSet held = holds.areNone() ? PartitionSet.EMPTY : holds.of(graph.keys().get(place));
        return !held.isEmpty() && targets.isForced(place) ? held.minus(targets.at(place)) : held;
    }

    // Those that may be computed, and so need what they read.
    private PartitionSet open(int place) {
        return holds.areNone() ? needed[place] : needed[place].minus(fixed(place));
    }

    Held held(int place) {
        return held[place];
    }

    /// The newest rejection that stands, by ordinal.
    SortedMap<Integer, Version> rejections(int place) {
        return rejections.getOrDefault(place, Collections.emptySortedMap());
    }

    /// The skips by its condition that stand, by ordinal.
    SortedMap<Integer, StandingSkip> skips(int place) {
        return skips.getOrDefault(place, Collections.emptySortedMap());
    }

    List<Edge> edges(int place) {
        List<Edge> followed = edges[place];
        return followed == null ? List.of() : followed;
    }

    // Downstream first: when an asset's turn comes, everything that reads it has said what it needs.
    private void follow() {
        List<AssetKey> looked = new ArrayList<>();
        List<AssetKey> unpartitioned = new ArrayList<>();
        Map<AssetKey, PartitionSet> later = new LinkedHashMap<>();
        BitSet seen = new BitSet(graph.size());
        for (int place = graph.size() - 1; place >= 0; place--) {
            if (needed[place].isEmpty() && read[place].isEmpty() && !wholly.get(place)) {
                continue;
            }
            AssetKey asset = graph.keys().get(place);
            looked.add(asset);
            seen.set(place);
            if (graph.assets().get(place).partitions() instanceof Unpartitioned) {
                unpartitioned.add(asset);
            } else if (wholly.get(place) || readsItself(place)) {
                load(place, asset);
            } else {
                later.put(asset, needed[place].union(read[place]));
            }
            if (!needed[place].isEmpty()) {
                siblings.need(place);
                List<Edge> own = Edge.of(graph, place);
                edges[place] = own;
                // To itself last, and first to be followed: the partitions it brings along read as the others do.
                Edge last = own.isEmpty() ? null : own.getLast();
                if (upstreams == Upstreams.INCLUDED && last != null && last.isOwn() && last.isNeeded()) {
                    bringEarlier(last, place);
                }
                PartitionSet open = open(place);
                for (Edge edge : open.isEmpty() ? List.<Edge>of() : own) {
                    follow(edge, open);
                }
            }
        }
        load(later);
        siblings.calls().forEach(call -> bringTogether(call, seen, looked, unpartitioned));
        for (CurrentVersion current : store.current(environment, unpartitioned)) {
            held[graph.placeOf(current.version().target().asset())] = Held.of(List.of(current));
        }
        for (Version rejection : store.standingRejections(environment, looked)) {
            stand(rejection);
        }
        loadSkips(looked);
    }

    /// What one call makes is looked at together. What is behind it is needed anyway, for they read the same.
    private void bringTogether(int[] call, BitSet seen, List<AssetKey> looked, List<AssetKey> unpartitioned) {
        PartitionSet together = PartitionSet.EMPTY;
        for (int place : call) {
            together = together.union(needed[place]);
        }
        for (int place : call) {
            AssetKey asset = graph.keys().get(place);
            boolean whole = graph.assets().get(place).partitions() instanceof Unpartitioned;
            if (!seen.get(place)) {
                looked.add(asset);
                if (whole) {
                    unpartitioned.add(asset);
                }
            }
            if (!whole && !wholly.get(place)) {
                PartitionSet all = needed[place].union(read[place]).union(together);
                held[place] = Held.of(store.current(environment, asset, Optional.of(all)));
            }
            if (edges[place] == null) {
                edges[place] = Edge.of(graph, place);
            }
        }
    }

    /// The places of what one call makes, ascending, this one among them; empty for what is made by itself.
    int[] together(int place) {
        return siblings.of(place);
    }

    private void loadSkips(List<AssetKey> looked) {
        List<AssetKey> conditional = new ArrayList<>();
        for (AssetKey asset : looked) {
            if (graph.asset(asset).computation().condition().isPresent()) {
                conditional.add(asset);
            }
        }
        if (!conditional.isEmpty()) {
            for (StandingSkip skip : store.standingSkips(environment, conditional)) {
                skips.computeIfAbsent(graph.placeOf(skip.target().asset()), _ -> new TreeMap<>())
                        .put(skip.target().ordinal(), skip);
            }
        }
    }

    // A partition that reads the one before needs it, and that one the one before, back to one that exists.
    private void bringEarlier(Edge own, int place) {
        PartitionSet there = held[place].existing().union(needed[place]);
        PartitionSet earlier = PartitionSet.EMPTY;
        for (int ordinal : open(place).toArray()) {
            PartitionSet before = own.mapped(ordinal).minus(there);
            while (!before.isEmpty()) {
                there = there.union(before);
                earlier = earlier.union(before);
                before = own.mapped(before.first()).minus(there);
            }
        }
        needed[place] = needed[place].union(earlier);
    }

    private boolean readsItself(int place) {
        return !graph.assets().get(place).computation().previous().isEmpty();
    }

    private void load(int place, AssetKey asset) {
        held[place] = Held.of(store.current(environment, asset, Optional.empty()));
        if (wholly.get(place) && upstreams == Upstreams.INCLUDED) {
            needed[place] = needed[place].union(broughtForAll(place));
        }
    }

    // At once, so that a store may read very many of them in the order in which they lie there.
    private void load(Map<AssetKey, PartitionSet> partitions) {
        if (partitions.isEmpty()) {
            return;
        }
        Map<AssetKey, List<CurrentVersion>> found = new HashMap<>();
        for (CurrentVersion current : store.current(environment, partitions, source.reading())) {
            found.computeIfAbsent(current.version().target().asset(), _ -> new ArrayList<>()).add(current);
        }
        found.forEach((asset, versions) -> held[graph.placeOf(asset)] = Held.of(versions));
    }

    private PartitionSet broughtForAll(int place) {
        PartitionsDefinition definition = graph.assets().get(place).partitions();
        return targets.requested()
                .map(requested -> requested.apply(definition))
                .orElseGet(() -> broughtForAll(place, definition.all(now)));
    }

    private PartitionSet broughtForAll(int place, PartitionSet complete) {
        PartitionSet there = existing(place);
        PartitionSet sources = there.isEmpty() ? complete : there;
        PartitionSet brought = existing.get(place) ? sources : PartitionSet.EMPTY;
        if (newest.get(place) && !sources.isEmpty()) {
            brought = brought.union(PartitionSet.of(sources.last()));
        }
        return every.get(place) ? brought.union(complete) : brought;
    }

    private void open(int place, BitSet what) {
        wholly.set(place);
        what.set(place);
    }

    /// The partitions that exist and belong to the asset as it is declared now.
    PartitionSet existing(int place) {
        return Edge.within(graph.assets().get(place).partitions(), held[place].existing());
    }

    private void follow(Edge edge, PartitionSet ordinals) {
        int upstream = edge.upstream();
        switch (edge.kind()) {
            case EXISTING -> open(upstream, existing);
            case EVERY -> open(upstream, every);
            case NEWEST -> open(upstream, newest);
            case ONE -> read[upstream] = Held.ONE;
            case PREVIOUS -> {}
            case SAME, PARTS, WHOLE -> read[upstream] = read[upstream].union(edge.mapped(ordinals));
        }
        if (upstreams == Upstreams.INCLUDED && !edge.kind().isOpen() && !edge.isOwn()) {
            PartitionSet brought = edge.brought(ordinals, now);
            if (needed[upstream].isEmpty()) {
                needed[upstream] = brought;
            } else if (!needed[upstream].equals(brought)) {
                needed[upstream] = needed[upstream].union(brought);
            }
        }
    }

    private void stand(Version rejection) {
        rejections
                .computeIfAbsent(graph.placeOf(rejection.target().asset()), _ -> new TreeMap<>())
                .merge(rejection.target().ordinal(), rejection, (a, b) -> a.number() > b.number() ? a : b);
    }
}
