package dev.weir.assets.spec;

/// Where the data of an asset comes from.
public enum Source {
    /// Weir computes and keeps it.
    COMPUTED,
    /// Somebody else keeps it, and Weir looks at it.
    EXTERNAL,
    /// Nobody keeps it: whoever reads it evaluates its query.
    VIEW
}
