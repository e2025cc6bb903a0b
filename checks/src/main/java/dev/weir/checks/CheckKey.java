package dev.weir.checks;

import dev.weir.assets.AssetKey;
import java.util.List;
import java.util.Optional;

/// Names a check: the asset it is about, and its name, written `daily_delays:not_null_origin`.
public record CheckKey(AssetKey asset, String name) implements Comparable<CheckKey> {

    private static final char OF = ':';

    /// The same check as it counts for an asset that is published only together with the one it is about.
    public CheckKey against(AssetKey sibling) {
        return new CheckKey(sibling, toString());
    }

    /// The check of another asset, if this is what it counts for an asset that is published together with that.
    ///
    /// @param siblings what this key's asset is published together with
    public Optional<CheckKey> ofSibling(List<AssetKey> siblings) {
        for (AssetKey sibling : siblings) {
            String prefix = sibling.toString() + OF;
            if (name.startsWith(prefix)) {
                return Optional.of(new CheckKey(sibling, name.substring(prefix.length())));
            }
        }
        return Optional.empty();
    }

    @Override
    public int compareTo(CheckKey other) {
        int byAsset = asset.compareTo(other.asset);
        return byAsset != 0 ? byAsset : name.compareTo(other.name);
    }

    @Override
    public String toString() {
        return asset.toString() + OF + name;
    }
}
