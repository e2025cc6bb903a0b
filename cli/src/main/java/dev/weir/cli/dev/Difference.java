package dev.weir.cli.dev;

import dev.weir.assets.AssetKey;
import dev.weir.cli.output.Quantity;
import dev.weir.materializer.plan.Definitions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// What has become of the assets of a project between two readings.
///
/// @param changed their code, configuration or declaration is another
record Difference(int assets, List<AssetKey> added, List<AssetKey> gone, List<AssetKey> changed) {
    private static final int NAMED = 5;

    static Difference between(Definitions before, Definitions now) {
        List<AssetKey> added = new ArrayList<>();
        List<AssetKey> changed = new ArrayList<>();
        for (AssetKey asset : now.graph().keys()) {
            if (!before.code().containsKey(asset)) {
                added.add(asset);
            } else if (isOther(asset, before, now)) {
                changed.add(asset);
            }
        }
        List<AssetKey> gone = before.graph().keys().stream()
                .filter(asset -> !now.code().containsKey(asset))
                .toList();
        return new Difference(now.graph().size(), added, gone, changed);
    }

    private static boolean isOther(AssetKey asset, Definitions before, Definitions now) {
        return !before.codeOf(asset).equals(now.codeOf(asset))
                || !before.configOf(asset).equals(now.configOf(asset))
                || !before.graph().asset(asset).equals(now.graph().asset(asset))
                || !before.checksOf(asset).equals(now.checksOf(asset));
    }

    /// `5 assets, 1 new (big_orders)`.
    @Override
    public String toString() {
        String all = Quantity.of(assets, "asset") + some(added, "new") + some(gone, "gone") + some(changed, "changed");
        return added.isEmpty() && gone.isEmpty() && changed.isEmpty() ? all + ", none changed" : all;
    }

    private static String some(List<AssetKey> which, String how) {
        if (which.isEmpty()) {
            return "";
        }
        String names = which.stream().limit(NAMED).map(AssetKey::toString).collect(Collectors.joining(", "));
        return ", %s %s (%s)".formatted(Quantity.count(which.size()), how, which.size() > NAMED ? names + ", …" : names);
    }
}
