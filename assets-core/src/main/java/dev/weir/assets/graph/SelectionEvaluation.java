package dev.weir.assets.graph;

import static dev.weir.assets.problem.ProblemCode.AMBIGUOUS_ASSET;
import static dev.weir.assets.problem.ProblemCode.CYCLE;
import static dev.weir.assets.problem.ProblemCode.UNKNOWN_ASSET;
import static dev.weir.assets.problem.ProblemCode.UNKNOWN_JOB;

import dev.weir.assets.AssetKey;
import dev.weir.assets.problem.DidYouMean;
import dev.weir.assets.problem.Problem;
import dev.weir.assets.problem.ProblemCode;
import dev.weir.assets.problem.Subject;
import dev.weir.assets.spec.Description;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/// What the terms of one selection select from one graph, as sets of places in the graph's order.
final class SelectionEvaluation {

    private final AssetGraph graph;
    private final String text;
    private final SelectionFacts facts;
    private final Set<String> jobs;
    private final List<Problem> problems = new ArrayList<>();

    SelectionEvaluation(AssetGraph graph, String text, SelectionFacts facts) {
        this(graph, text, facts, new LinkedHashSet<>());
    }

    /// @param jobs inside which this selection stands
    private SelectionEvaluation(AssetGraph graph, String text, SelectionFacts facts, Set<String> jobs) {
        this.graph = graph;
        this.text = text;
        this.facts = facts;
        this.jobs = jobs;
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
            case Term.Job job -> job(job);
            case Term.WithStatus(AssetStatus status) -> placesOf(facts.withStatus(status));
            case Term.Changed(AssetChange change) -> placesOf(facts.changed(change));
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
            case Term.KeyLike _, Term.DescribedBy _, Term.Not _, Term.Job _, Term.WithStatus _, Term.Changed _ ->
                new BitSet();
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
        report(code, named.position(), message);
    }

    private void report(ProblemCode code, int position, String message) {
        problems.add(new Problem(code, message, new Subject.OfText(text, position)));
    }

    private BitSet job(Term.Job job) {
        AssetSelection selection = facts.jobs().get(job.name());
        if (selection == null) {
            String hint = DidYouMean.among(facts.jobs().keySet()).hint(job.name());
            report(
                    UNKNOWN_JOB,
                    job.position(),
                    "There is no job %s.%s"
                            .formatted(job.name(), hint.isEmpty() ? " Add it under jobs: in weir.yaml." : hint));
            return new BitSet();
        }
        if (!jobs.add(job.name())) {
            report(CYCLE, job.position(), "Job %s selects itself: write its assets instead.".formatted(job.name()));
            return new BitSet();
        }
        SelectionEvaluation inner = new SelectionEvaluation(graph, selection.toString(), facts, jobs);
        BitSet selected = inner.evaluate(selection.term());
        jobs.remove(job.name());
        problems.addAll(inner.problems);
        return selected;
    }

    private BitSet placesOf(Set<AssetKey> assets) {
        BitSet places = new BitSet();
        assets.forEach(asset -> places.set(graph.placeOf(asset)));
        return places;
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
