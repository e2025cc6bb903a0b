package dev.weir.assets.graph;

import dev.weir.assets.AssetKey;
import dev.weir.assets.spec.AssetSpec;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;

/// Assets by key and by what authors call them, whether or not they form a sound graph. Of several with one key it
/// keeps the last. Immutable.
public final class AssetCatalog {

    private final List<AssetSpec> assets;
    private final References references;

    private AssetCatalog(List<AssetSpec> assets, List<AssetKey> keys) {
        this.assets = assets;
        this.references = new References(keys);
    }

    public static AssetCatalog of(Collection<AssetSpec> assets) {
        Map<AssetKey, AssetSpec> distinct = HashMap.newHashMap(assets.size());
        for (AssetSpec asset : assets) {
            distinct.put(asset.key(), asset);
        }
        AssetKey[] keys = distinct.keySet().toArray(new AssetKey[0]);
        Arrays.sort(keys);
        AssetSpec[] inOrder = new AssetSpec[keys.length];
        for (int i = 0; i < keys.length; i++) {
            inOrder[i] = distinct.get(keys[i]);
        }
        return new AssetCatalog(List.of(inOrder), List.of(keys));
    }

    /// What a reference leads to, written in an asset's declaration.
    ///
    /// @throws NoSuchElementException if there is no such reader
    public Resolution resolve(AssetKey reader, String reference) {
        return references.resolve(existing(reader), reference);
    }

    /// What a reference leads to, written under a prefix such as `warehouse`, or under none if that is empty.
    public Resolution resolve(String prefix, String reference) {
        return references.resolve(prefix, reference);
    }

    public Optional<AssetSpec> find(AssetKey key) {
        int number = numberOf(key);
        return number < 0 ? Optional.empty() : Optional.of(assets.get(number));
    }

    /// @throws NoSuchElementException if there is no such asset
    public AssetSpec asset(AssetKey key) {
        return assets.get(existing(key));
    }

    private int existing(AssetKey key) {
        int number = numberOf(key);
        if (number < 0) {
            throw new NoSuchElementException("No asset " + key);
        }
        return number;
    }

    // Inside, assets have numbers, in key order.

    int size() {
        return assets.size();
    }

    AssetSpec asset(int number) {
        return assets.get(number);
    }

    /// Below 0 if there is no such asset.
    int numberOf(AssetKey key) {
        return references.numberOf(key.toString());
    }

    References references() {
        return references;
    }
}
