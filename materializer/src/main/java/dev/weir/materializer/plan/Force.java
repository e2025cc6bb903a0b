package dev.weir.materializer.plan;

/// What is computed whatever its state.
public enum Force {
    NOTHING,
    /// Exactly what was selected. What comes along is computed only if it is missing or stale.
    SELECTED
}
