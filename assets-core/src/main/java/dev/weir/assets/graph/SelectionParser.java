package dev.weir.assets.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/// Reads a selection by recursive descent, one method for each level of binding, the loosest first.
final class SelectionParser {

    // Deeper than any person nests, far less deep than the stack.
    private static final int DEEPEST = 200;

    private final SelectionText text;
    private int depth;

    private SelectionParser(SelectionText text) {
        this.text = text;
    }

    static Term parse(String text) {
        SelectionParser parser = new SelectionParser(new SelectionText(text));
        Term term = parser.words();
        if (!parser.text.atEnd()) {
            throw parser.text.malformed("this ')' closes nothing");
        }
        return term;
    }

    private Term words() {
        List<Term> terms = new ArrayList<>(List.of(or()));
        while (!text.atEnd() && !text.isAt(')')) {
            text.requireBlank();
            terms.add(or());
        }
        return joined(terms, Term.Or::new);
    }

    private Term or() {
        return operands("or", this::and, Term.Or::new);
    }

    private Term and() {
        return operands("and", this::not, Term.And::new);
    }

    private Term operands(String operator, Supplier<Term> operand, Function<List<Term>, Term> join) {
        List<Term> terms = new ArrayList<>(List.of(operand.get()));
        while (text.skipOperator(operator)) {
            terms.add(operand.get());
        }
        return joined(terms, join);
    }

    private static Term joined(List<Term> terms, Function<List<Term>, Term> join) {
        return terms.size() == 1 ? terms.getFirst() : join.apply(terms);
    }

    private Term not() {
        if (!text.skipOperator("not")) {
            return traversal();
        }
        return deeper(() -> new Term.Not(not()));
    }

    private Term traversal() {
        int upstream = text.depthBefore();
        Term term = primary();
        int downstream = text.depthTouching();
        List<Term> reached = new ArrayList<>();
        if (upstream > 0) {
            reached.add(new Term.Upstream(term, upstream));
        }
        if (downstream > 0) {
            reached.add(new Term.Downstream(term, downstream));
        }
        return reached.isEmpty() ? term : joined(reached, Term.Or::new);
    }

    private Term primary() {
        if (text.skip('(')) {
            return deeper(this::untilClosed);
        }
        int start = text.position();
        Optional<String> attribute = text.attribute();
        if (attribute.isPresent()) {
            return described(attribute.get(), start);
        }
        if (text.touches('"')) {
            return named(text.value(), start);
        }
        String name = text.name();
        return text.touches('(') ? function(name, start) : named(name, start);
    }

    private static Term named(String name, int start) {
        return name.contains("*") ? new Term.KeyLike(name) : new Term.Named(name, start);
    }

    private Term described(String word, int start) {
        if (word.equals("key")) {
            return named(text.value(), start);
        }
        for (Term.Attribute attribute : Term.Attribute.values()) {
            if (attribute.word().equals(word)) {
                return new Term.DescribedBy(attribute, text.value());
            }
        }
        return switch (word) {
            case "job" -> new Term.Job(text.value(), start);
            case "status" ->
                new Term.WithStatus(oneOf(word, AssetStatus::of, AssetStatus.words()));
            case "changed" ->
                new Term.Changed(oneOf(word, AssetChange::of, AssetChange.words()));
            default ->
                throw text.malformedAt(
                        start,
                        "there is no '%s:'; write key:, group:, tag:, owner:, kind:, job:, status: or changed:".formatted(word));
        };
    }

    private <T> T oneOf(String word, Function<String, Optional<T>> known, List<String> words) {
        int start = text.position();
        String value = text.value();
        return known.apply(value)
                .orElseThrow(() -> text.malformedAt(
                        start,
                        "there is no %s:%s; write one of %s".formatted(word, value, String.join(", ", words))));
    }

    private Term function(String name, int start) {
        Function<Term, Term> function =
                switch (name) {
                    case "roots" -> Term.Roots::new;
                    case "sinks" -> Term.Sinks::new;
                    default ->
                        throw text.malformedAt(
                                start, "there is no function '%s'; write roots() or sinks()".formatted(name));
                };
        text.skip('(');
        return function.apply(text.skip(')') ? new Term.KeyLike("*") : deeper(this::untilClosed));
    }

    private Term untilClosed() {
        int open = text.position() - 1;
        Term term = words();
        if (!text.skip(')')) {
            throw text.malformedAt(open, "this '(' is not closed");
        }
        return term;
    }

    private Term deeper(Supplier<Term> inner) {
        if (++depth > DEEPEST) {
            throw text.malformed("this is nested more than %d deep".formatted(DEEPEST));
        }
        Term term = inner.get();
        depth--;
        return term;
    }
}
