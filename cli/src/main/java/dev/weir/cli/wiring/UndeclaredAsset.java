package dev.weir.cli.wiring;

import dev.weir.assets.AssetKey;
import dev.weir.assets.problem.ProblemCode;
import dev.weir.assets.problem.WeirException;
import dev.weir.materializer.version.EnvironmentName;
import dev.weir.materializer.version.VersionStore;
import dev.weir.materializer.version.VersionStore.Published;
import java.util.Optional;

/// An asset that is remembered and not declared any more: how it was cut into partitions is known of declarations only, so that
/// nothing of it can be named.
final class UndeclaredAsset {

    private UndeclaredAsset() {}

    /// What to say to somebody who names it all the same; nothing if nothing of it is published.
    static Optional<WeirException> named(String typed, VersionStore versions, EnvironmentName environment) {
        return key(typed.split("[@#]", 2)[0])
                .filter(asset -> !versions.published(environment, asset, Published.ALL).isEmpty())
                .map(asset -> new WeirException(
                        ProblemCode.UNKNOWN_ASSET,
                        ("Asset %s is not declared any more. What was published of it is kept: declare it again to look at it,"
                                        + " or name it in @Renamed of the asset that it has become.")
                                .formatted(asset)));
    }

    private static Optional<AssetKey> key(String name) {
        try {
            return Optional.of(AssetKey.parse(name));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }
}
