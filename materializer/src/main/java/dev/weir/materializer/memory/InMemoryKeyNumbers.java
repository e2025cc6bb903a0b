package dev.weir.materializer.memory;

import dev.weir.materializer.version.KeyNumbers;
import dev.weir.partitions.PartitionKey;
import java.util.Collection;
import java.util.Map;

/// Numbers keys in the order in which they come.
final class InMemoryKeyNumbers implements KeyNumbers {

    private final InMemoryStore store;

    InMemoryKeyNumbers(InMemoryStore store) {
        this.store = store;
    }

    @Override
    public Map<PartitionKey, Integer> number(Collection<PartitionKey> keys) {
        synchronized (store) {
            keys.forEach(key -> store.keyNumbers.putIfAbsent(key, store.keyNumbers.size() + 1));
            return Map.copyOf(store.keyNumbers);
        }
    }
}
