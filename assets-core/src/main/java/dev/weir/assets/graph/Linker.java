package dev.weir.assets.graph;

import dev.weir.assets.AssetKey;
import dev.weir.assets.problem.Problem;
import dev.weir.assets.problem.Subject;
import dev.weir.assets.spec.AssetSpec;
import dev.weir.assets.spec.Dependency;
import dev.weir.assets.spec.Form;
import dev.weir.assets.spec.InputSpec;
import dev.weir.assets.spec.Presence;
import dev.weir.assets.spec.Shape;
import dev.weir.partitions.PartitionKey;
import dev.weir.partitions.PartitionsDefinition;
import dev.weir.partitions.UnknownPartitionException;
import dev.weir.partitions.mapping.PartitionMapping;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Turns references into edges, once, and finds what is wrong on the way. Assets have numbers here, in key order.
///
/// Every command begins here, in a cold process: what runs when nothing is wrong does without streams and lambdas.
final class Linker {

    private final AssetCatalog catalog;
    private final Providers providers;
    private final BitSet own;
    private final List<List<Dependency>> dependencies;
    private final Edges upstream;
    private final Optional<Order> order;
    private final List<Problem> problems = new ArrayList<>();

    /// @param assets the assets to link, and to report on
    /// @param known assets declared elsewhere, which they may read
    Linker(Collection<AssetSpec> assets, Collection<AssetSpec> known, Providers providers) {
        this.providers = providers;
        List<AssetSpec> all = new ArrayList<>(known);
        all.addAll(assets);
        this.catalog = AssetCatalog.of(all);
        this.own = new BitSet(catalog.size());
        for (AssetSpec asset : assets) {
            own.set(catalog.numberOf(asset.key()));
        }
        if (catalog.size() < all.size()) {
            findDuplicates(all);
        }

        this.dependencies = new ArrayList<>(catalog.size());
        int[][] targets = new int[catalog.size()][];
        for (int reader = 0; reader < catalog.size(); reader++) {
            targets[reader] = link(reader);
        }
        findNeedlessOptionals(targets);
        findWrongRenames();
        this.upstream = Edges.of(targets);
        this.order = Order.of(upstream);
        if (order.isEmpty()) {
            findCycles();
        }
        if (problems.size() > 1) {
            problems.sort(Comparator.comparing(Linker::assetOf));
        }
    }

    AssetCatalog catalog() {
        return catalog;
    }

    List<List<Dependency>> dependencies() {
        return dependencies;
    }

    Edges upstream() {
        return upstream;
    }

    /// Nothing if there is a cycle.
    Optional<Order> order() {
        return order;
    }

    /// In key order of the assets they are about.
    List<Problem> problems() {
        return problems;
    }

    private void findDuplicates(List<AssetSpec> all) {
        Map<AssetKey, List<AssetSpec>> declarations = new HashMap<>();
        all.forEach(asset -> declarations
                .computeIfAbsent(asset.key(), _ -> new ArrayList<>())
                .add(asset));
        declarations.forEach((key, several) -> {
            if (several.size() > 1) {
                report(catalog.numberOf(key), GraphProblem.duplicate(key, several));
            }
        });
    }

    private void findWrongRenames() {
        Map<AssetKey, AssetKey> takenBy = new HashMap<>();
        for (int number = 0; number < catalog.size(); number++) {
            AssetSpec asset = catalog.asset(number);
            for (AssetKey former : asset.formerKeys()) {
                AssetKey other = takenBy.putIfAbsent(former, asset.key());
                if (former.equals(asset.key())) {
                    report(number, GraphProblem.renamedFromItself(asset));
                } else if (catalog.find(former).isPresent()) {
                    report(number, GraphProblem.stillDeclared(asset, former));
                } else if (asset.key().equals(other)) {
                    report(number, GraphProblem.renamedFromTwice(asset, former));
                } else if (other != null) {
                    report(number, GraphProblem.severalRenamed(asset, other, former));
                }
            }
        }
    }

    private int[] link(int reader) {
        AssetSpec asset = catalog.asset(reader);
        List<Edge> edges = new ArrayList<>();
        for (InputSpec input : asset.inputs()) {
            if (input.isPattern()) {
                followPattern(reader, input, edges);
            } else {
                follow(reader, Optional.of(input), input.reference(), edges);
            }
        }
        for (String reference : asset.after()) {
            follow(reader, Optional.empty(), reference, edges);
        }
        Dependency[] found = new Dependency[edges.size()];
        int[] targets = new int[edges.size()];
        for (int i = 0; i < targets.length; i++) {
            found[i] = edges.get(i).dependency;
            targets[i] = edges.get(i).target;
        }
        dependencies.add(List.of(found));
        return targets;
    }

    private void follow(int reader, Optional<InputSpec> input, String reference, List<Edge> edges) {
        int target = catalog.references().find(reader, reference);
        if (target < 0) {
            if (!mayComeLater(input)) {
                reportUnresolved(reader, input, reference);
            }
            return;
        }
        connect(reader, input, target, edges);
    }

    private void followPattern(int reader, InputSpec input, List<Edge> edges) {
        List<Integer> matching = catalog.references().matching(reader, input.reference());
        if (matching.isEmpty() && input.presence() != Presence.OPTIONAL && !mayComeLater(Optional.of(input))) {
            report(reader, GraphProblem.matchesNothing(catalog.asset(reader), input));
        }
        for (int target : matching) {
            connect(reader, Optional.of(input), target, edges);
        }
    }

    // While javac runs, what providers will add is not known yet.
    private boolean mayComeLater(Optional<InputSpec> input) {
        if (providers == Providers.ASKED) {
            return false;
        }
        if (input.isEmpty()) {
            return providers == Providers.UNASKED;
        }
        return input.get().presence() == Presence.PROVIDED
                || (input.get().isPattern() && providers == Providers.UNASKED);
    }

    private void connect(int reader, Optional<InputSpec> input, int target, List<Edge> edges) {
        AssetSpec asset = catalog.asset(reader);
        AssetSpec read = catalog.asset(target);
        Optional<PartitionMapping> mapping = mapping(input, asset, read);
        if (mapping.isEmpty()) {
            report(reader, impossible(asset, input, read));
        }
        PartitionMapping used = mapping.isPresent() ? mapping.get() : new PartitionMapping.All();
        if (input.isPresent()) {
            Optional<Problem> mismatch = mismatch(asset, input.get(), read, mapping);
            if (mismatch.isPresent()) {
                report(reader, mismatch.get());
            }
        }
        edges.add(new Edge(target, new Dependency(read.key(), input, used)));
    }

    private void reportUnresolved(int reader, Optional<InputSpec> input, String reference) {
        AssetSpec asset = catalog.asset(reader);
        switch (catalog.references().resolve(reader, reference)) {
            case Resolution.Found _ -> throw new IllegalStateException(reference);
            case Resolution.Unknown(List<AssetKey> nearMisses) ->
                report(reader, GraphProblem.unknown(asset, input, reference, nearMisses));
            case Resolution.Ambiguous(List<AssetKey> candidates) ->
                report(reader, GraphProblem.ambiguous(asset, input, reference, candidates));
        }
    }

    private static Optional<PartitionMapping> mapping(Optional<InputSpec> input, AssetSpec asset, AssetSpec read) {
        if (input.isEmpty() || input.get().mapping().isEmpty()) {
            return PartitionMapping.derive(asset.partitions(), read.partitions());
        }
        PartitionMapping named = input.get().mapping().get();
        return named.fits(asset.partitions(), read.partitions()) ? Optional.of(named) : Optional.empty();
    }

    private static Problem impossible(AssetSpec asset, Optional<InputSpec> input, AssetSpec read) {
        if (input.flatMap(InputSpec::mapping).orElse(null) instanceof PartitionMapping.Specific(List<PartitionKey> keys)
                && !(read.partitions() instanceof PartitionsDefinition.Unpartitioned)) {
            for (PartitionKey key : keys) {
                try {
                    int _ = read.partitions().ordinalOf(key);
                } catch (UnknownPartitionException unknown) {
                    String why = String.valueOf(unknown.getMessage());
                    return GraphProblem.unknownPartition(asset, input.orElseThrow(), read, why);
                }
            }
        }
        return GraphProblem.impossibleMapping(asset, input, read);
    }

    private static Optional<Problem> mismatch(
            AssetSpec asset, InputSpec input, AssetSpec read, Optional<PartitionMapping> mapping) {
        if (read.output().form() == Form.NOTHING) {
            return Optional.of(GraphProblem.nothingToRead(asset, input, read));
        }
        List<String> obstacles = input.type().obstaclesToReading(read.output());
        if (!obstacles.isEmpty()) {
            return Optional.of(GraphProblem.typeMismatch(asset, input, read, obstacles));
        }
        // Where the partitions do not line up, how many are read is nobody's question yet.
        return mapping.isPresent() ? misshapen(asset, input, read, mapping.get()) : Optional.empty();
    }

    private static Optional<Problem> misshapen(
            AssetSpec asset, InputSpec input, AssetSpec read, PartitionMapping mapping) {
        return switch (Shape.of(input, asset.partitions(), read, mapping)) {
            case FITS -> Optional.empty();
            case ONE_OF_MANY ->
                Optional.of(
                        input.isPattern()
                                ? GraphProblem.severalPartitionsOfMatched(asset, input, read)
                                : GraphProblem.severalValues(asset, input, read));
            case MAP_OF_ONE -> Optional.of(GraphProblem.oneValue(asset, input, read));
        };
    }

    // Loops in place of streams: most projects have no such parameter, and all of them come by here.
    private void findNeedlessOptionals(int[][] targets) {
        for (int reader = own.nextSetBit(0); reader >= 0; reader = own.nextSetBit(reader + 1)) {
            List<Dependency> read = dependencies.get(reader);
            for (int i = 0; i < read.size(); i++) {
                Dependency dependency = read.get(i);
                if (dependency.isBranch()
                        && !dependency.input().orElseThrow().isPattern()
                        && !dependency.mapping().mayReadNothing()
                        && !mayBeSkipped(targets[reader][i], targets, new BitSet())) {
                    report(reader, GraphProblem.alwaysThere(catalog.asset(reader), dependency));
                }
            }
        }
    }

    /// Whether a condition may skip an asset: its own, or one above that it cannot do without.
    private boolean mayBeSkipped(int asset, int[][] targets, BitSet visited) {
        if (catalog.asset(asset).computation().condition().isPresent()) {
            return true;
        }
        visited.set(asset);
        for (int i = 0; i < targets[asset].length; i++) {
            int above = targets[asset][i];
            if (dependencies.get(asset).get(i).makesStale()
                    && !visited.get(above)
                    && mayBeSkipped(above, targets, visited)) {
                return true;
            }
        }
        return false;
    }

    private void findCycles() {
        for (List<Integer> cycle : Cycles.of(upstream, own)) {
            int second = cycle.get(1 % cycle.size());
            AssetKey secondKey = catalog.asset(second).key();
            Optional<InputSpec> firstStep = dependencies.get(cycle.getFirst()).stream()
                    .filter(dependency -> dependency.upstream().equals(secondKey))
                    .findFirst()
                    .flatMap(Dependency::input);
            problems.add(GraphProblem.cycle(cycle.stream().map(catalog::asset).toList(), firstStep));
        }
    }

    private void report(int reader, Problem problem) {
        if (own.get(reader) && !isToldOfSibling(catalog.asset(reader), problem)) {
            problems.add(problem);
        }
    }

    // Those that one call makes have their parameters in common, and what is wrong with one is told of the first of them.
    private static boolean isToldOfSibling(AssetSpec asset, Problem problem) {
        return asset.computation().membership().isPresent()
                && problem.subject() instanceof Subject.OfParameter
                && !asset.computation().membership().get().all().getFirst().equals(asset.key());
    }

    private static AssetKey assetOf(Problem problem) {
        return switch (problem.subject()) {
            case Subject.OfAsset about -> about.asset();
            case Subject.OfParameter about -> about.asset();
            case Subject.OfCheck _, Subject.Project _, Subject.OfText _, Subject.OfSource _ ->
                throw new IllegalStateException(problem.message());
        };
    }

    private record Edge(int target, Dependency dependency) {}
}
