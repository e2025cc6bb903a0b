package dev.weir.materializer.version;

import dev.weir.partitions.Numbering;
import dev.weir.partitions.PartitionKey;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The numbers that a store keeps for the keys of a project. The store is asked when a number is first needed: many
/// commands look at declarations only. Threads may share it.
public final class StoredNumbering implements Numbering {

    private final Set<PartitionKey> declared;
    private final Supplier<KeyNumbers> store;
    private volatile @Nullable Numbers numbers;

    /// @param declared all keys of the project
    public StoredNumbering(Collection<PartitionKey> declared, Supplier<KeyNumbers> store) {
        this.declared = Set.copyOf(declared);
        this.store = store;
    }

    private record Numbers(Map<PartitionKey, Integer> byKey, Map<Integer, PartitionKey> byNumber) {

        static Numbers of(Map<PartitionKey, Integer> byKey) {
            Map<Integer, PartitionKey> byNumber = HashMap.newHashMap(byKey.size());
            byKey.forEach((key, number) -> byNumber.put(number, key));
            return new Numbers(Map.copyOf(byKey), Map.copyOf(byNumber));
        }
    }

    @Override
    public int ordinalOf(PartitionKey key) {
        return Objects.requireNonNull(numbers().byKey.get(key), () -> "Key " + key + " is not declared");
    }

    @Override
    public PartitionKey keyOf(int ordinal) {
        PartitionKey key = numbers().byNumber.get(ordinal);
        return key == null ? new PartitionKey("number " + ordinal) : key;
    }

    private Numbers numbers() {
        Numbers known = numbers;
        if (known == null) {
            synchronized (this) {
                known = numbers == null ? Numbers.of(store.get().number(declared)) : numbers;
                numbers = known;
            }
        }
        return known;
    }
}
