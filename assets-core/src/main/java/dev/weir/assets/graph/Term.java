package dev.weir.assets.graph;

import java.util.List;
import java.util.Locale;

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
