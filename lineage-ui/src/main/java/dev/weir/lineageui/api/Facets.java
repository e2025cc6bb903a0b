package dev.weir.lineageui.api;

import dev.weir.assets.spec.AssetSpec;
import dev.weir.lineageui.json.JsonObject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/// How many assets have what in common.
final class Facets {

    private Facets() {}

    static JsonObject of(Collection<AssetSpec> assets, Standings standings) {
        return new JsonObject()
                .with("group", count(assets, asset -> List.of(asset.description().group())))
                .with("owner", count(assets, asset -> asset.description().owners()))
                .with("tag", count(assets, asset -> asset.description().tags()))
                .with("kind", count(assets, asset -> asset.description().kinds()))
                .with("status", count(assets, asset -> List.of(standings.of(asset.key()).word())));
    }

    private static Map<String, Integer> count(Collection<AssetSpec> assets, Function<AssetSpec, List<String>> of) {
        Map<String, Integer> counts = new TreeMap<>();
        for (AssetSpec asset : assets) {
            for (String value : of.apply(asset)) {
                if (!value.isEmpty()) {
                    counts.merge(value, 1, Integer::sum);
                }
            }
        }
        return counts;
    }
}
