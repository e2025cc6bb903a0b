package dev.weir.materializer.publish;

/// What somebody must see to when a plan skips a step.
public enum SkipCause {
    /// It was rejected before, and nothing has changed since.
    STANDING_REJECTION,
    /// Something it reads was found wrong after it was published.
    TAINTED_INPUT
}
