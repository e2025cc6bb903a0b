package dev.weir.materializer.columns;

import dev.weir.assets.AssetKey;
import java.util.Comparator;

/// A column of an asset.
public record AssetColumn(AssetKey asset, String column) implements Comparable<AssetColumn> {
    private static final Comparator<AssetColumn> ORDER =
            Comparator.comparing(AssetColumn::asset).thenComparing(AssetColumn::column);

    @Override
    public int compareTo(AssetColumn other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return asset + "." + column;
    }
}
