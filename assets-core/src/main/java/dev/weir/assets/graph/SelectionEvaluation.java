package dev.weir.assets.graph;

import static dev.weir.assets.problem.ProblemCode.AMBIGUOUS_ASSET;
import static dev.weir.assets.problem.ProblemCode.UNKNOWN_ASSET;

import dev.weir.assets.AssetKey;
import dev.weir.assets.problem.DidYouMean;
import dev.weir.assets.problem.Problem;
import dev.weir.assets.problem.ProblemCode;
import dev.weir.assets.problem.Subject;
import dev.weir.assets.spec.Description;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Function;

/// What the terms of one selection select from one graph, as sets of places in the graph's order.
final class SelectionEvaluation {

    private final AssetGraph graph;
    private final String text;
    private final List<Problem> problems = new ArrayList<>();

    SelectionEvaluation(AssetGraph graph, String text) {
        this.graph = graph;
        this.text = text;
    }

    List<Problem> problems() {
        return problems;
    }

    List<AssetKey> select(Term term) {
        return keysAt(evaluate(term));
    }

    /// The assets named one by one, and not to be left out.
    List<AssetKey> named(Term term) {
        return keysAt(collectNamed(term));
    }

    private BitSet evaluate(Term term) {
        return switch (term) {
            case Term.Named named -> find(named);
            case Term.KeyLike(String pattern) -> keysLike(new Glob(pattern));
            case Term.DescribedBy described -> describedBy(described.attribute(), new Glob(described.pattern()));
            case Term.Upstream(Term of, int depth) -> graph.upstream().reach(evaluate(of), depth);
            case Term.Downstream(Term of, int depth) -> graph.downstream().reach(evaluate(of), depth);
            case Term.Roots(Term of) -> without(evaluate(of), graph.upstream());
            case Term.Sinks(Term of) -> without(evaluate(of), graph.downstream());
            case Term.Not(Term excluded) -> {
                BitSet left = evaluate(excluded);
                left.flip(0, graph.size());
                yield left;
            }
            case Term.And(List<Term> terms) -> {
                BitSet common = evaluate(terms.getFirst());
                terms.stream().skip(1).forEach(other -> common.and(evaluate(other)));
                yield common;
            }
            case Term.Or(List<Term> terms) -> union(terms, this::evaluate);
        };
    }

    private BitSet collectNamed(Term term) {
        return switch (term) {
            case Term.Named named -> find(named);
            case Term.KeyLike _, Term.DescribedBy _, Term.Not _ -> new BitSet();
            case Term.Upstream upstream -> collectNamed(upstream.of());
            case Term.Downstream downstream -> collectNamed(downstream.of());
            case Term.Roots(Term of) -> collectNamed(of);
            case Term.Sinks(Term of) -> collectNamed(of);
            case Term.And(List<Term> terms) -> union(terms, this::collectNamed);
            case Term.Or(List<Term> terms) -> union(terms, this::collectNamed);
        };
    }

    private static BitSet union(List<Term> terms, Function<Term, BitSet> places) {
        BitSet union = new BitSet();
        terms.forEach(term -> union.or(places.apply(term)));
        return union;
    }

    private BitSet find(Term.Named named) {
        BitSet found = new BitSet();
        switch (graph.resolve(named.name())) {
            case Resolution.Found(AssetKey asset) -> found.set(graph.placeOf(asset));
            case Resolution.Unknown(List<AssetKey> nearMisses) -> {
                String hint = DidYouMean.question(texts(nearMisses));
                report(
                        UNKNOWN_ASSET,
                        named,
                        "Asset %s is not declared.%s"
                                .formatted(named.name(), hint.isEmpty() ? " `weir list` shows all assets." : hint));
            }
            case Resolution.Ambiguous(List<AssetKey> candidates) ->
                report(
                        AMBIGUOUS_ASSET,
                        named,
                        "Asset %s may be %s. Write the whole key."
                                .formatted(named.name(), DidYouMean.alternatives(texts(candidates))));
        }
        return found;
    }

    private void report(ProblemCode code, Term.Named named, String message) {
        problems.add(new Problem(code, message, new Subject.OfText(text, named.position())));
    }

    private BitSet keysLike(Glob glob) {
        return graph.places(place -> glob.matches(graph.keys().get(place).toString()));
    }

    private BitSet describedBy(Term.Attribute attribute, Glob glob) {
        return graph.places(place -> {
            Description description = graph.assets().get(place).description();
            return switch (attribute) {
                case GROUP -> glob.matches(description.group());
                case OWNER -> description.owners().stream().anyMatch(glob::matches);
                case KIND -> description.kinds().stream().anyMatch(glob::matches);
                case TAG -> description.tags().stream().anyMatch(tag -> matchesTag(glob, tag));
            };
        });
    }

    // A tag `layer=gold` is found by `tag:layer=gold` and by `tag:layer`.
    private static boolean matchesTag(Glob glob, String tag) {
        int equals = tag.indexOf('=');
        return glob.matches(tag) || (equals >= 0 && glob.matches(tag.substring(0, equals)));
    }

    private BitSet without(BitSet selected, Edges edges) {
        BitSet ends = (BitSet) selected.clone();
        selected.stream()
                .filter(place -> edges.targets(place).anyMatch(selected::get))
                .forEach(ends::clear);
        return ends;
    }

    private List<AssetKey> keysAt(BitSet places) {
        return places.stream().mapToObj(graph.keys()::get).toList();
    }

    private static List<String> texts(List<AssetKey> keys) {
        return keys.stream().map(AssetKey::toString).toList();
    }
}
