package dev.weir.materializer.collect;

import dev.weir.assets.AssetKey;
import dev.weir.materializer.version.AssetPartition;
import dev.weir.materializer.version.DataFile;
import dev.weir.materializer.version.Version;
import dev.weir.materializer.version.VersionId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// What goes of an asset with its condemned versions.
///
/// @param versions how many they are
/// @param files how many of their files no other version has
/// @param bytes of those files
public record Freed(int versions, int files, long bytes) {

    static final Freed NOTHING = new Freed(0, 0, 0);

    public Freed plus(Freed other) {
        return new Freed(versions + other.versions, files + other.files, bytes + other.bytes);
    }

    /// Of each asset that something goes of.
    public static SortedMap<AssetKey, Freed> by(List<Past> condemned, CollectionStore store) {
        Map<AssetPartition, Set<VersionId>> going = new HashMap<>();
        condemned.forEach(past -> going.computeIfAbsent(past.target(), _ -> new HashSet<>()).add(past.id()));
        SortedMap<AssetKey, Freed> freed = new TreeMap<>();
        going.forEach((target, ids) -> freed.merge(target.asset(), of(ids, store.withFiles(List.of(target))), Freed::plus));
        return freed;
    }

    /// The sum of all.
    public static Freed sum(SortedMap<AssetKey, Freed> freed) {
        return freed.values().stream().reduce(NOTHING, Freed::plus);
    }

    private static Freed of(Set<VersionId> going, List<Version> all) {
        Map<String, Long> bytes = new HashMap<>();
        Set<String> shared = new HashSet<>();
        for (Version version : all) {
            for (DataFile file : version.content().dataFiles()) {
                bytes.put(file.path(), file.bytes());
                if (!going.contains(version.id())) {
                    shared.add(file.path());
                }
            }
        }
        bytes.keySet().removeAll(shared);
        return new Freed(going.size(), bytes.size(), bytes.values().stream().mapToLong(Long::longValue).sum());
    }
}
