package dev.weir.assets.spec;

/// What a parameter has around the value it takes.
public enum Wrapping {
    /// The value itself.
    NONE,
    /// An `Optional`: what may not be there.
    OPTIONAL,
    /// An [dev.weir.assets.Input]: the value with what is known of it.
    INPUT,
    /// A `Map` by `PartitionKey`, where several partitions are read.
    BY_PARTITION,
    /// A `Map` by `AssetKey`, of all assets that a pattern matches.
    BY_ASSET
}
