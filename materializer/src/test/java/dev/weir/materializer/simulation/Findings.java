package dev.weir.materializer.simulation;

import org.jspecify.annotations.Nullable;

/// What did not hold, first of all.
final class Findings {

    private @Nullable Violation first;

    // Not thrown at once: that would go through Weir's own code, which has its own idea of what to do about exceptions.
    void require(boolean holds, String invariant, String fact, @Nullable Object... values) {
        if (!holds && first == null) {
            first = new Violation(invariant, fact.formatted(values));
        }
    }

    /// Throws what was found, if anything.
    void demand() {
        if (first != null) {
            throw first;
        }
    }
}
