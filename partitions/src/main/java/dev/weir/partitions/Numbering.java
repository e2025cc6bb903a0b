package dev.weir.partitions;

import java.util.List;

/// Which ordinals stand for keys that lie in no calendar. A number once given stays with its key. Threads may share it.
public interface Numbering {

    /// The ordinal of a key, given now if it had none.
    int ordinalOf(PartitionKey key);

    /// The key of an ordinal, also of one that no asset declares any more.
    PartitionKey keyOf(int ordinal);

    /// Numbers keys as they are declared, for want of a memory: enough to compare declarations, not to keep anything.
    record AsDeclared(List<PartitionKey> keys) implements Numbering {
        public AsDeclared {
            keys = List.copyOf(keys);
        }

        @Override
        public int ordinalOf(PartitionKey key) {
            return keys.indexOf(key);
        }

        @Override
        public PartitionKey keyOf(int ordinal) {
            return keys.get(ordinal);
        }
    }
}
