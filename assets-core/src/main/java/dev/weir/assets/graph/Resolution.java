package dev.weir.assets.graph;

import dev.weir.assets.AssetKey;
import java.util.List;

/// What a reference to an asset leads to.
public sealed interface Resolution {

    /// One asset.
    record Found(AssetKey asset) implements Resolution {}

    /// None.
    ///
    /// @param nearMisses the assets that may have been meant, the nearest first
    record Unknown(List<AssetKey> nearMisses) implements Resolution {
        public Unknown {
            nearMisses = List.copyOf(nearMisses);
        }
    }

    /// More than one.
    ///
    /// @param candidates all assets it could mean, in key order
    record Ambiguous(List<AssetKey> candidates) implements Resolution {
        public Ambiguous {
            candidates = List.copyOf(candidates);
        }
    }
}
