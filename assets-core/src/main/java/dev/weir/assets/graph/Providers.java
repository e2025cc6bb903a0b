package dev.weir.assets.graph;

/// Whether the assets are all there are, or an [dev.weir.assets.AssetProvider] may still add some.
public enum Providers {
    /// All have added theirs: the project is loaded.
    ASKED,
    /// There are some, which nobody has asked yet: javac runs.
    UNASKED,
    /// Nobody knows of any: javac runs, and another module may have some.
    UNKNOWN
}
