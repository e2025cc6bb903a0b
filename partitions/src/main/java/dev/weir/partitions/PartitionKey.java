package dev.weir.partitions;

/// The name of one partition, as a person types it: `2013-01-15`, `2013-01`. An unpartitioned asset has the one key
/// [#UNPARTITIONED], which prints as nothing.
///
/// @param value the text of the key; empty only for [#UNPARTITIONED]
public record PartitionKey(String value) implements Comparable<PartitionKey> {

    /// The one partition of an asset that is not partitioned.
    public static final PartitionKey UNPARTITIONED = new PartitionKey("");

    public PartitionKey {
        if (!value.equals(value.strip()) || value.codePoints().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(
                    "Partition key '%s' may not begin or end with a blank or hold a control character"
                            .formatted(value));
        }
    }

    public boolean isUnpartitioned() {
        return value.isEmpty();
    }

    @Override
    public int compareTo(PartitionKey other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
