package dev.weir.assets.spec;

import dev.weir.partitions.PartitionsDefinition;
import dev.weir.partitions.mapping.PartitionMapping;

/// How many values a parameter takes, against how many partitions it reads. Tables can be put together, other values only
/// beside each other.
public enum Shape {
    /// As many as there are.
    FITS,
    /// One, where each of many partitions has its own.
    ONE_OF_MANY,
    /// A map of them, where one partition is read.
    MAP_OF_ONE;

    /// @param reader how what reads is partitioned
    /// @param mapping which partitions of the asset are read
    public static Shape of(
            InputSpec input, PartitionsDefinition reader, AssetSpec read, PartitionMapping mapping) {
        boolean several = mapping.readsSeveral(reader, read.partitions());
        boolean single = read.output().form() == Form.JSON || read.output().form() == Form.PATH;
        boolean map = input.wrapping() == Wrapping.BY_PARTITION;
        if (several && single && !map) {
            return ONE_OF_MANY;
        }
        return !several && map ? MAP_OF_ONE : FITS;
    }
}
