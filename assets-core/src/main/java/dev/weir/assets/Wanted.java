package dev.weir.assets;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// Which of its assets a call of a [MultiAsset] method is to make. For the others it may give null, and whatever it gives
/// is not looked at. Immutable.
///
/// @param assets those that are wanted; at least one
/// @param all those that the method makes
public record Wanted(Set<AssetKey> assets, List<AssetKey> all) {

    public Wanted {
        assets = Collections.unmodifiableSet(new TreeSet<>(assets));
        all = List.copyOf(all);
    }

    /// For a call from a test: just these, and no others are known.
    public static Wanted only(String... assets) {
        List<AssetKey> keys = new ArrayList<>();
        for (String asset : assets) {
            keys.add(AssetKey.parse(asset));
        }
        return new Wanted(Set.copyOf(keys), keys);
    }

    /// @param asset its key, or the last segment of that
    /// @throws IllegalArgumentException if the method makes no such asset
    public boolean contains(String asset) {
        for (AssetKey key : all) {
            if (key.toString().equals(asset) || key.name().equals(asset)) {
                return assets.contains(key);
            }
        }
        List<String> names = all.stream().map(AssetKey::toString).toList();
        throw new IllegalArgumentException("The method makes no asset %s: it makes %s"
                .formatted(asset, String.join(", ", names)));
    }
}
