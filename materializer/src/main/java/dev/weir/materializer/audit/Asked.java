package dev.weir.materializer.audit;

import dev.weir.checks.ReadyMade;

/// A rule to be evaluated, with what it has to know.
public record Asked(ReadyMade rule, Known known) {

    /// A rule that needs to know nothing.
    public static Asked of(ReadyMade rule) {
        return new Asked(rule, new Known.Nothing());
    }
}
