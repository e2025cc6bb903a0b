package dev.weir.assets.graph;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/// A selection as its parts. In values, `*` stands for any text.
sealed interface Term {

    /// One asset, by key or last segment.
    ///
    /// @param position where the name stands in the text
    record Named(String name, int position) implements Term {}

    record KeyLike(String pattern) implements Term {}

    /// The assets whose description has the value, such as `group:flights`.
    record DescribedBy(Attribute attribute, String pattern) implements Term {}

    record Upstream(Term of, int depth) implements Term {}

    record Downstream(Term of, int depth) implements Term {}

    /// Those that the selection of a job selects.
    ///
    /// @param position where the name stands in the text
    record Job(String name, int position) implements Term {}

    /// Those of which some partition is so.
    record WithStatus(AssetStatus status) implements Term {}

    /// Those of which some partition is out of date for this reason.
    record Changed(AssetChange change) implements Term {}

    /// Those that read none of the others.
    record Roots(Term of) implements Term {}

    /// Those that none of the others reads.
    record Sinks(Term of) implements Term {}

    record Not(Term excluded) implements Term {}

    record And(List<Term> terms) implements Term {
        public And {
            terms = List.copyOf(terms);
        }
    }

    record Or(List<Term> terms) implements Term {
        public Or {
            terms = List.copyOf(terms);
        }
    }

    /// Hears each part of a term that is not to be left out.
    static void visitSelected(Term term, Consumer<Term> visitor) {
        visitor.accept(term);
        switch (term) {
            case Named _, KeyLike _, DescribedBy _, Job _, WithStatus _, Changed _, Not _ -> {}
            case Upstream(Term of, int _) -> visitSelected(of, visitor);
            case Downstream(Term of, int _) -> visitSelected(of, visitor);
            case Roots(Term of) -> visitSelected(of, visitor);
            case Sinks(Term of) -> visitSelected(of, visitor);
            case And(List<Term> terms) -> terms.forEach(each -> visitSelected(each, visitor));
            case Or(List<Term> terms) -> terms.forEach(each -> visitSelected(each, visitor));
        }
    }

    /// What can be asked about the description of an asset.
    enum Attribute {
        GROUP,
        TAG,
        OWNER,
        KIND;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
