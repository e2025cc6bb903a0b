package dev.weir.materializer.plan;

import dev.weir.assets.AssetKey;
import dev.weir.materializer.version.Hold;
import dev.weir.materializer.version.Names;
import dev.weir.partitions.PartitionSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// What is held of the assets: rolled back, and up to date until it is released.
final class Holds {

    private final SortedMap<AssetKey, List<Hold>> byAsset = new TreeMap<>();
    private final SortedMap<AssetKey, PartitionSet> partitions = new TreeMap<>();

    /// @param given what counts as held though nobody rolled it back
    Holds(List<Hold> holds, Map<AssetKey, PartitionSet> given) {
        partitions.putAll(given);
        for (Hold hold : holds) {
            byAsset.computeIfAbsent(hold.target().asset(), _ -> new ArrayList<>()).add(hold);
        }
        byAsset.forEach((asset, of) -> partitions.merge(
                asset, PartitionSet.of(of.stream().mapToInt(hold -> hold.target().ordinal())), PartitionSet::union));
    }

    boolean areNone() {
        return partitions.isEmpty();
    }

    PartitionSet of(AssetKey asset) {
        return partitions.getOrDefault(asset, PartitionSet.EMPTY);
    }

    /// Says of what a plan leaves alone that it is held: one sentence for each asset.
    List<String> notes(Needs needs, List<AssetKey> assets, Names names) {
        List<String> notes = new ArrayList<>();
        byAsset.forEach((asset, holds) -> {
            int place = assets.indexOf(asset);
            List<Hold> met = place < 0
                    ? List.of()
                    : holds.stream()
                            .filter(hold -> needs.fixed(place).contains(hold.target().ordinal()))
                            .toList();
            if (!met.isEmpty()) {
                String first = met.getFirst().describe(names);
                notes.add(
                        met.size() == 1
                                ? first
                                : "%s So it is with %d more of its partitions.".formatted(first, met.size() - 1));
            }
        });
        return notes;
    }
}
