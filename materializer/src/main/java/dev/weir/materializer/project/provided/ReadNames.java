package dev.weir.materializer.project.provided;

import dev.weir.assets.AssetKey;
import dev.weir.assets.Reading;
import java.util.List;

/// What an asset says it reads: in the order of its parameters, before those that take no asset.
record ReadNames(AssetKey asset, List<Reading> readings) {

    /// The place of a reading among the arguments of a step.
    ///
    /// @throws IllegalArgumentException if the asset reads nothing of that name
    int placeOf(String name) {
        for (int i = 0; i < readings.size(); i++) {
            if (readings.get(i).name().equals(name)) {
                return i;
            }
        }
        throw new IllegalArgumentException(
                readings.isEmpty()
                        ? "Asset %s reads nothing; say reading(\"%s\", …) first".formatted(asset, name)
                        : "Asset %s does not read %s; it reads %s"
                                .formatted(
                                        asset,
                                        name,
                                        String.join(
                                                ", ",
                                                readings.stream()
                                                        .map(Reading::name)
                                                        .toList())));
    }
}
