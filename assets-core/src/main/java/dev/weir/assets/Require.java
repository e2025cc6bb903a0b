package dev.weir.assets;

/// What must be there before an asset reads all partitions of another, for [From].
public enum Require {
    /// What exists is read.
    EXISTING,
    /// Every complete partition has to be there; until then the asset waits.
    ALL
}
