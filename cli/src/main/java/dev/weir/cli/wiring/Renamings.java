package dev.weir.cli.wiring;

import dev.weir.assets.AssetKey;
import dev.weir.assets.graph.AssetGraph;
import dev.weir.assets.spec.AssetSpec;
import dev.weir.materializer.version.AssetNames;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/// The assets of a project that had other keys before.
final class Renamings {
    private final List<AssetSpec> renamed;

    Renamings(AssetGraph graph) {
        renamed = graph.assets().stream()
                .filter(Predicate.not(asset -> asset.formerKeys().isEmpty()))
                .toList();
    }

    /// Lets this process read them under their new keys.
    void readIn(AssetNames names) {
        renamed.forEach(asset -> names.readAs(asset.key(), asset.formerKeys()));
    }

    /// Lets their history belong to the new keys for ever.
    ///
    /// @param told one sentence for each that was renamed now, or cannot be
    /// @return whether one was
    boolean keepIn(AssetNames names, Consumer<String> told) {
        boolean any = false;
        for (AssetSpec asset : renamed) {
            Optional<AssetKey> former = names.rename(asset.key(), asset.formerKeys());
            if (former.isPresent()) {
                any = true;
                told.accept("%s was %s until now: its versions belong to it.".formatted(asset.key(), former.get()));
            } else {
                asset.formerKeys().stream().filter(names::knows).findFirst().ifPresent(left -> told.accept(
                        "%s has versions of its own, so that those of %s stay where they are: take @Renamed away."
                                .formatted(asset.key(), left)));
            }
        }
        return any;
    }
}
