package dev.weir.materializer.status;

import dev.weir.assets.AssetKey;
import dev.weir.materializer.plan.Outcome;
import dev.weir.materializer.plan.Outlook;
import dev.weir.partitions.PartitionSet;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/// What is missing, stale and rejected, by what a plan comes to.
final class PlannedSets {

    /// What is published is not what would be made.
    static final Set<Outcome> STALE = Set.of(Outcome.CODE, Outcome.CONFIG, Outcome.INPUTS, Outcome.OTHERWISE);

    private PlannedSets() {}

    /// What is blocked is missing too, unless an older version of it is there. What a condition skips is not missed.
    static SortedMap<AssetKey, PartitionSet> missing(
            Outlook outlook, Function<Collection<AssetKey>, Map<AssetKey, PartitionSet>> published) {
        SortedMap<AssetKey, PartitionSet> missing = outlook.with(Set.of(Outcome.MISSING));
        SortedMap<AssetKey, PartitionSet> blocked = outlook.with(Set.of(Outcome.BLOCKED));
        if (!blocked.isEmpty()) {
            Map<AssetKey, PartitionSet> there = published.apply(blocked.keySet());
            blocked.forEach((asset, those) -> {
                PartitionSet none = those.minus(there.getOrDefault(asset, PartitionSet.EMPTY));
                if (!none.isEmpty()) {
                    missing.merge(asset, none, PartitionSet::union);
                }
            });
        }
        return missing;
    }

    /// Where what is read went back to what it was, what was current before a rejection is up to date again.
    ///
    /// @param standing the rejections that are newer than what is current
    static SortedMap<AssetKey, PartitionSet> rejected(Outlook outlook, Map<AssetKey, PartitionSet> standing) {
        SortedMap<AssetKey, PartitionSet> rejected = new TreeMap<>();
        standing.forEach((asset, those) -> {
            PartitionSet upToDate = outlook.lookedAt(asset).minus(outlook.notUpToDate(asset));
            PartitionSet rest = those.minus(upToDate);
            if (!rest.isEmpty()) {
                rejected.put(asset, rest);
            }
        });
        return rejected;
    }
}
