package dev.weir.materializer.plan;

/// Whether a plan reaches beyond what was selected.
public enum Upstreams {
    /// Missing and stale upstreams come along.
    INCLUDED,
    /// Exactly the selection; an input that is missing is refused.
    SELECTION_ONLY
}
