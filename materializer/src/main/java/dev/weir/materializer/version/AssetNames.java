package dev.weir.materializer.version;

import dev.weir.assets.AssetKey;
import java.util.List;
import java.util.Optional;

/// The keys under which a store knows its assets. Threads may share it.
public interface AssetNames {

    /// From now on, for those who ask through this object, what is known of a former key is known of the new one; nothing
    /// is written. Where the store knows the new key, or none of the former, that changes nothing.
    ///
    /// @param former the newest first: the first that the store knows counts
    void readAs(AssetKey asset, List<AssetKey> former);

    /// The key that [#rename] would take it from, as the store has it at this moment, whatever this object reads it as.
    ///
    /// @param former the newest first: the first that the store knows counts
    /// @return empty if the store knows the new key or none of the former
    Optional<AssetKey> formerOf(AssetKey asset, List<AssetKey> former);

    /// Lets everything that is known of a former key belong to the new one, for ever and everybody, in one durable
    /// transaction that takes a number of the commits.
    ///
    /// @param former the newest first: the first that the store knows counts
    /// @return the key it was known by; empty, and nothing has changed, if the store knows the new key or none of the former
    Optional<AssetKey> rename(AssetKey asset, List<AssetKey> former);

    /// Whether anything was ever made of an asset of this key.
    boolean knows(AssetKey asset);
}
