package dev.weir.assets.spec;

import dev.weir.assets.AssetKey;
import java.util.List;

/// That one call of a method makes an asset together with others: as a component of the record it gives.
///
/// @param record the binary name of the record
/// @param component the name of the component in Java
/// @param number the number with which the module of the declaring class takes the component out of the record
/// @param all the assets that the method makes, in the order of the components
/// @param extent how many of them a call makes
public record Membership(String record, String component, int number, List<AssetKey> all, Extent extent) {

    public Membership {
        all = List.copyOf(all);
    }

    /// How many of its assets a call makes.
    public enum Extent {
        /// All of them, whenever one is needed.
        ALL,
        /// Those that are wanted.
        WANTED
    }

    /// Those that are made together with one of them.
    public List<AssetKey> siblingsOf(AssetKey asset) {
        return all.stream().filter(other -> !other.equals(asset)).toList();
    }
}
