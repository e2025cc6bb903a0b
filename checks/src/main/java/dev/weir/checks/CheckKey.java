package dev.weir.checks;

import dev.weir.assets.AssetKey;

/// Names a check: the asset it is about, and its name, written `daily_delays:not_null_origin`.
public record CheckKey(AssetKey asset, String name) implements Comparable<CheckKey> {

    @Override
    public int compareTo(CheckKey other) {
        int byAsset = asset.compareTo(other.asset);
        return byAsset != 0 ? byAsset : name.compareTo(other.name);
    }

    @Override
    public String toString() {
        return asset + ":" + name;
    }
}
