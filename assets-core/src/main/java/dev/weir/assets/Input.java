package dev.weir.assets;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a method reads of an upstream, with what is known of it: a parameter `Input<Table<Flight>> rawFlights` in place of
/// `Table<Flight> rawFlights`. Valid within the step.
public interface Input<T> {

    /// What the parameter would be without the `Input` around it.
    T value();

    /// The version that is read.
    ///
    /// @throws IllegalStateException if it is not just one, as where several partitions are read
    default ReadVersion version() {
        List<ReadVersion> all = versions();
        if (all.size() != 1) {
            throw new IllegalStateException("%d versions are read, not one; ask for versions()".formatted(all.size()));
        }
        return all.getFirst();
    }

    /// All versions that are read, in the order of their partitions.
    List<ReadVersion> versions();

    /// How many rows they have together; 0 for what is no table.
    default long rows() {
        return versions().stream().mapToLong(ReadVersion::rows).sum();
    }

    /// What was recorded with the one version that is read.
    ///
    /// @throws IllegalStateException if it is not just one
    default Map<String, Object> metadata() {
        return version().metadata();
    }

    /// One version that a step reads.
    ///
    /// @param name as people write it: `raw_flights@2013-01-15#2`; while this very run has not published it, the number is
    ///     the one it will have
    /// @param id never given to another one
    /// @param partition empty for an asset without partitions
    /// @param dataVersion the digest of its data, by which versions are compared
    /// @param metadata what its asset said with [Output#with]: texts, numbers and booleans
    record ReadVersion(
            String name,
            String id,
            Optional<String> partition,
            long rows,
            long bytes,
            String dataVersion,
            Map<String, Object> metadata,
            Map<String, String> tags) {
        public ReadVersion {
            metadata = Map.copyOf(metadata);
            tags = Map.copyOf(tags);
        }
    }
}
