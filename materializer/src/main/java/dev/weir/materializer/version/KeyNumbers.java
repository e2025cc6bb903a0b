package dev.weir.materializer.version;

import dev.weir.partitions.PartitionKey;
import java.util.Collection;
import java.util.Map;

/// Remembers which numbers stand for partition keys that lie in no calendar. A number is given once and never again to
/// another key, whichever assets declare or no longer declare it. Threads may share it.
public interface KeyNumbers {

    /// Gives a number to each of these keys that has none.
    ///
    /// @return the numbers of all keys that were ever given one
    Map<PartitionKey, Integer> number(Collection<PartitionKey> keys);
}
