package dev.weir.materializer.plan;

import dev.weir.assets.AssetKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// Why partitions do not fit, each fact once with all the assets it is about.
final class Refusals {

    private static final int MOST_NAMES = 3;

    private final Map<String, List<AssetKey>> assets = new LinkedHashMap<>();

    void add(String message, AssetKey asset) {
        assets.computeIfAbsent(message, _ -> new ArrayList<>()).add(asset);
    }

    /// Without those assets.
    Refusals without(Predicate<AssetKey> some) {
        Refusals rest = new Refusals();
        forEach((about, message) ->
                about.stream().filter(some.negate()).forEach(asset -> rest.add(message, asset)));
        return rest;
    }

    void forEach(BiConsumer<List<AssetKey>, String> action) {
        assets.forEach((message, about) -> action.accept(about, message));
    }

    /// `raw_flights`, `raw_flights and planes`, `raw_flights, planes, airports and 2 more`.
    static String list(List<AssetKey> assets) {
        if (assets.size() == 1) {
            return assets.getFirst().toString();
        }
        boolean all = assets.size() <= MOST_NAMES + 1;
        int shown = all ? assets.size() - 1 : MOST_NAMES;
        String names = assets.stream().limit(shown).map(AssetKey::toString).collect(Collectors.joining(", "));
        return "%s and %s".formatted(names, all ? assets.getLast() : assets.size() - shown + " more");
    }

    static String areOrIs(List<AssetKey> assets) {
        return list(assets) + (assets.size() == 1 ? " is" : " are");
    }
}
