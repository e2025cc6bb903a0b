package dev.weir.assets;

/// Which partitions of an input a partition reads, for [From].
public enum Mapping {
    /// What the two calendars suggest: the same key where both are cut alike, a month its days, a day its month, and
    /// all that exist where one of the two is not partitioned.
    DERIVED,
    /// The one with the same key, also where the calendars lie in two zones.
    IDENTITY,
    /// Those whose windows lie in the partition's own, or the one its window lies in.
    WINDOWS,
    /// Those whose windows share a moment with the partition's own: a month the weeks that begin or end in it.
    OVERLAPPING,
    /// The newest that exists.
    LAST,
    /// All that exist.
    ALL
}
