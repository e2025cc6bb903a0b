package dev.weir.assets.graph;

import dev.weir.assets.AssetKey;
import dev.weir.assets.problem.Problem;
import dev.weir.assets.problem.WeirException;
import dev.weir.assets.spec.AssetSpec;
import dev.weir.assets.spec.Dependency;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/// All assets of a project and what they read of each other. Immutable, free of I/O.
///
/// The assets stand in one order: an asset's level is the length of the longest chain of upstreams above it; lower
/// levels come first, keys decide within a level. So upstreams stand before what reads them, and two builds of the same
/// declarations agree. All lists of assets here are in this order.
public final class AssetGraph {

    /// As deep as there is.
    public static final int ANY_DEPTH = Integer.MAX_VALUE;

    private final List<AssetSpec> assets;
    private final List<AssetKey> keys;
    private final List<List<Dependency>> dependencies;
    private final AssetCatalog catalog;
    // From the number a reference leads to, which is in key order, to the place in the graph's order.
    private final int[] placeOf;
    private final int[] numberOf;
    private final int[] levels;
    private final Edges upstream;
    private final Edges downstream;
    private final LastingNames lasting;

    private AssetGraph(Linker linked, Order order) {
        this.catalog = linked.catalog();
        this.placeOf = order.placeOf();
        this.numberOf = order.numberAt();
        this.levels = order.levels();
        this.upstream = order.placed(linked.upstream());
        this.downstream = upstream.reversed();
        List<AssetSpec> assetsInOrder = new ArrayList<>(numberOf.length);
        List<AssetKey> keysInOrder = new ArrayList<>(numberOf.length);
        List<List<Dependency>> dependenciesInOrder = new ArrayList<>(numberOf.length);
        for (int number : numberOf) {
            assetsInOrder.add(linked.catalog().asset(number));
            keysInOrder.add(linked.catalog().asset(number).key());
            dependenciesInOrder.add(linked.dependencies().get(number));
        }
        this.assets = List.copyOf(assetsInOrder);
        this.keys = List.copyOf(keysInOrder);
        this.dependencies = List.copyOf(dependenciesInOrder);
        this.lasting = new LastingNames(this);
    }

    /// @throws WeirException with all that is wrong, in key order
    public static AssetGraph of(Collection<AssetSpec> assets) {
        Linker linked = new Linker(assets, List.of(), Providers.ASKED);
        if (!linked.problems().isEmpty()) {
            throw new WeirException(linked.problems());
        }
        return new AssetGraph(linked, linked.order().orElseThrow());
    }

    /// What is wrong with these assets together, in key order; empty if [#of] makes a graph of them.
    public static List<Problem> problemsOf(Collection<AssetSpec> assets) {
        return problemsOf(assets, List.of());
    }

    /// What is wrong with `own` where `known` is declared elsewhere, such as in another jar. Nothing is reported on
    /// `known` itself.
    public static List<Problem> problemsOf(Collection<AssetSpec> own, Collection<AssetSpec> known) {
        return problemsOf(own, known, Providers.UNKNOWN);
    }

    /// The same where providers may still add assets.
    public static List<Problem> problemsOf(
            Collection<AssetSpec> own, Collection<AssetSpec> known, Providers providers) {
        return new Linker(own, known, providers).problems();
    }

    /// What a reference leads to, written in an asset's declaration.
    public Resolution resolve(AssetKey reader, String reference) {
        return catalog.resolve(reader, reference);
    }

    /// What a reference leads to, written where there is no prefix: on the command line, say.
    public Resolution resolve(String reference) {
        return catalog.resolve("", reference);
    }

    /// The keys under which the assets count in digests.
    public LastingNames lasting() {
        return lasting;
    }

    /// The assets without their edges.
    public AssetCatalog catalog() {
        return catalog;
    }

    public int size() {
        return assets.size();
    }

    public List<AssetSpec> assets() {
        return assets;
    }

    public List<AssetKey> keys() {
        return keys;
    }

    public boolean contains(AssetKey key) {
        return catalog.numberOf(key) >= 0;
    }

    public Optional<AssetSpec> find(AssetKey key) {
        return contains(key) ? Optional.of(asset(key)) : Optional.empty();
    }

    /// @throws NoSuchElementException if the graph has no such asset; so do all methods below that take a key
    public AssetSpec asset(AssetKey key) {
        return assets.get(placeOf(key));
    }

    /// The asset's index in [#assets] and [#keys].
    public int placeOf(AssetKey key) {
        int number = catalog.numberOf(key);
        if (number < 0) {
            throw new NoSuchElementException("No asset " + key);
        }
        return placeOf[number];
    }

    /// The length of the longest chain of upstreams above the asset; 0 if it has none.
    public int levelOf(AssetKey key) {
        return levels[placeOf(key)];
    }

    /// What the asset reads and waits for, in order of declaration; twice what it reads through two parameters.
    public List<Dependency> dependenciesOf(AssetKey key) {
        return dependencies.get(placeOf(key));
    }

    /// The assets it depends on directly.
    public List<AssetKey> upstreamOf(AssetKey key) {
        return keysAt(upstream.targets(placeOf(key)));
    }

    /// The assets that depend on it directly.
    public List<AssetKey> downstreamOf(AssetKey key) {
        return keysAt(downstream.targets(placeOf(key)));
    }

    /// The assets it depends on over at most so many steps, itself left out.
    public List<AssetKey> allUpstreamOf(AssetKey key, int depth) {
        return reach(upstream, key, depth);
    }

    /// The assets that depend on it over at most so many steps, itself left out.
    public List<AssetKey> allDownstreamOf(AssetKey key, int depth) {
        return reach(downstream, key, depth);
    }

    private List<AssetKey> reach(Edges edges, AssetKey key, int depth) {
        int place = placeOf(key);
        BitSet start = new BitSet(size());
        start.set(place);
        BitSet reached = edges.reach(start, depth);
        reached.clear(place);
        return keysAt(reached.stream());
    }

    private List<AssetKey> keysAt(IntStream places) {
        return places.mapToObj(keys::get).toList();
    }

    // The rest is for selections, which work on sets of places.

    Edges upstream() {
        return upstream;
    }

    Edges downstream() {
        return downstream;
    }

    BitSet places(IntPredicate belongs) {
        BitSet places = new BitSet(size());
        for (int place = 0; place < size(); place++) {
            places.set(place, belongs.test(place));
        }
        return places;
    }
}
