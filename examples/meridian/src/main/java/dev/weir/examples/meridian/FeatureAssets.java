package dev.weir.examples.meridian;

import dev.weir.assets.AssetFactory;
import dev.weir.assets.AssetProvider;
import dev.weir.assets.Assets;
import dev.weir.checks.Checks;
import java.util.List;

/// One feature for each entry of `features.yaml`.
@Assets(prefix = "features", group = "features", owners = "team:models")
@Night
public final class FeatureAssets implements AssetProvider {

    /// What stands in the file.
    ///
    /// @param reads names of assets
    record Entry(String name, String description, List<String> reads, String query) {}

    @Override
    public void declare(AssetFactory assets) {
        for (Entry entry : assets.entries("examples/meridian/features.yaml", Entry.class)) {
            assets.table(entry.name(), Feature.class)
                    .describedAs(entry.description())
                    .kinds("sql")
                    .checks(Checks.unique("truck", "hour"))
                    .reading(entry.reads())
                    .query(entry.query());
        }
    }
}
