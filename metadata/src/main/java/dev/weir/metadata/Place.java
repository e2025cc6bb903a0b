package dev.weir.metadata;

import dev.weir.assets.AssetKey;
import dev.weir.materializer.version.EnvironmentName;
import dev.weir.partitions.PartitionSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Where a partition of an environment stands among all others: one number of three, which sort as they do. H2 keeps a table
/// in the order of a key only if that is one number; any other key costs it a second tree.
final class Place {

    private static final int ORDINAL_BITS = 26;
    private static final int ASSET_BITS = 24;
    private static final int ENVIRONMENT_BITS = 13;
    private static final int MIDDLE = 1 << (ORDINAL_BITS - 1);

    /// The highest and the lowest ordinal there may be: minutes would reach it in the year 2033.
    static final int LAST_ORDINAL = MIDDLE - 1;

    static final int FIRST_ORDINAL = -MIDDLE;

    private Place() {}

    /// @throws IllegalArgumentException if the store has no room for such an environment, asset or ordinal
    static long of(int environment, int asset, int ordinal) {
        if (environment >>> ENVIRONMENT_BITS != 0 || asset >>> ASSET_BITS != 0) {
            throw new IllegalArgumentException("The store is full: it holds %,d environments and %,d assets"
                    .formatted(1 << ENVIRONMENT_BITS, 1 << ASSET_BITS));
        }
        if (ordinal < FIRST_ORDINAL || ordinal > LAST_ORDINAL) {
            throw new IllegalArgumentException("The partition with the ordinal %,d lies outside %,d to %,d"
                    .formatted(ordinal, FIRST_ORDINAL, LAST_ORDINAL));
        }
        return ((long) environment << (ASSET_BITS + ORDINAL_BITS)) | ((long) asset << ORDINAL_BITS) | (ordinal + MIDDLE);
    }

    /// The places of some partitions of assets whose numbers were loaded.
    static Long[] each(Names names, EnvironmentName environment, Map<AssetKey, PartitionSet> partitions) {
        List<Long> places = new ArrayList<>();
        partitions.forEach((asset, ordinals) -> names.idOf(asset).ifPresent(id -> ordinals.ordinals()
                .forEach(ordinal -> places.add(of(names.id(environment), id, ordinal)))));
        return places.toArray(Long[]::new);
    }

    /// Places that follow each other.
    record Ranges(List<Long> first, List<Long> last) {}

    /// The same as ranges. All of a calendar without an end may be asked for.
    static Ranges ranges(Names names, EnvironmentName environment, Map<AssetKey, PartitionSet> partitions) {
        List<Long> first = new ArrayList<>();
        List<Long> last = new ArrayList<>();
        PartitionSet possible = PartitionSet.range(FIRST_ORDINAL, LAST_ORDINAL);
        partitions.forEach((asset, ordinals) -> names.idOf(asset).ifPresent(id -> {
            long before = Long.MIN_VALUE;
            for (int ordinal : ordinals.intersection(possible).toArray()) {
                long place = of(names.id(environment), id, ordinal);
                if (place == before + 1) {
                    last.set(last.size() - 1, place);
                } else {
                    first.add(place);
                    last.add(place);
                }
                before = place;
            }
        }));
        return new Ranges(first, last);
    }

    /// The asset that stands at a place.
    static int assetOf(long place) {
        return (int) (place >>> ORDINAL_BITS) & ((1 << ASSET_BITS) - 1);
    }

    /// The ordinal that stands at a place.
    static int ordinalOf(long place) {
        return (int) (place & ((1 << ORDINAL_BITS) - 1)) - MIDDLE;
    }

    /// The first place in an environment.
    static long first(int environment) {
        return first(environment, 0);
    }

    /// The last place in an environment.
    static long last(int environment) {
        return last(environment, (1 << ASSET_BITS) - 1);
    }

    /// The first place an asset may have.
    static long first(int environment, int asset) {
        return of(environment, asset, FIRST_ORDINAL);
    }

    /// The last place an asset may have.
    static long last(int environment, int asset) {
        return of(environment, asset, LAST_ORDINAL);
    }
}
