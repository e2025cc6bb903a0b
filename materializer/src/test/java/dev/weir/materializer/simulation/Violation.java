package dev.weir.materializer.simulation;

/// Something that must hold did not.
final class Violation extends RuntimeException {

    private final String invariant;

    Violation(String invariant, String fact) {
        super("%s: %s".formatted(invariant, fact));
        this.invariant = invariant;
    }

    /// A process failed for a reason that nobody has thought of.
    Violation(String fact, Throwable failure) {
        super("%s: %s".formatted(fact, failure), failure);
        this.invariant = "unexpected failure";
    }

    String invariant() {
        return invariant;
    }
}
