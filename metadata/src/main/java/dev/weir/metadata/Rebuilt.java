package dev.weir.metadata;

import dev.weir.assets.AssetKey;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// What a memory was made of that had been lost.
///
/// @param manifests how many commits there were
/// @param versions how many versions are there now, with the rejected ones
/// @param moves how many pointers were moved by rollbacks
/// @param accepted how often versions were accepted
/// @param held how many partitions are held now, because a rollback was the last that happened to them
/// @param renamed the keys of today by those in the manifests, of assets that had others before
public record Rebuilt(
        int manifests, int versions, int rejected, int moves, int accepted, int held, SortedMap<AssetKey, AssetKey> renamed) {
    public Rebuilt(
            int manifests, int versions, int rejected, int moves, int accepted, int held, Map<AssetKey, AssetKey> renamed) {
        this(manifests, versions, rejected, moves, accepted, held, new TreeMap<>(renamed));
    }
}
