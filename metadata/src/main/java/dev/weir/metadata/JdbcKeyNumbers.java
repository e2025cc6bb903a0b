package dev.weir.metadata;

import dev.weir.materializer.version.KeyNumbers;
import dev.weir.partitions.PartitionKey;
import java.util.Collection;
import java.util.Map;

/// Keeps the numbers of partition keys beside those of assets.
record JdbcKeyNumbers(Names names) implements KeyNumbers {

    @Override
    public Map<PartitionKey, Integer> number(Collection<PartitionKey> keys) {
        names.knowPartitions(keys);
        return names.partitionNumbers();
    }
}
