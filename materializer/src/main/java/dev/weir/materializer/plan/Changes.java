package dev.weir.materializer.plan;

import dev.weir.assets.AssetKey;
import dev.weir.materializer.staleness.InputDigests;
import dev.weir.materializer.version.AssetPartition;
import dev.weir.materializer.version.CurrentVersion;
import dev.weir.materializer.version.EnvironmentName;
import dev.weir.materializer.version.InputUse;
import dev.weir.materializer.version.Names;
import dev.weir.materializer.version.Publication;
import dev.weir.materializer.version.Version;
import dev.weir.materializer.version.VersionId;
import dev.weir.materializer.version.VersionStore;
import dev.weir.partitions.PartitionSet;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Finds which fact about its inputs makes a version out of date: other assets, other partitions of one, or other
/// data in one. What the same plan computes is left out, as nobody knows yet how it comes out.
final class Changes {

    private final EnvironmentName environment;
    private final VersionStore store;
    private final Names names;
    private final Inputs inputs;
    private final Map<VersionId, Version> earlier = new HashMap<>();

    Changes(EnvironmentName environment, VersionStore store, Names names, Inputs inputs) {
        this.environment = environment;
        this.store = store;
        this.names = names;
        this.inputs = inputs;
    }

    /// Loads what the versions read and is no longer current, at once for all.
    void prepare(Collection<Version> versions, List<Edge> edges) {
        Set<VersionId> gone = new LinkedHashSet<>();
        for (Version version : versions) {
            Set<VersionId> present = new LinkedHashSet<>();
            for (Edge edge : edges) {
                inputs.existing(edge, version.target().ordinal())
                        .forEach(current -> present.add(current.version().id()));
            }
            for (InputUse use : version.inputs()) {
                if (use instanceof InputUse.Exact exact && !present.contains(exact.version())) {
                    gone.add(exact.version());
                }
            }
        }
        load(gone);
    }

    private void load(Set<VersionId> ids) {
        ids.removeAll(earlier.keySet());
        if (!ids.isEmpty()) {
            store.findAll(ids).forEach(version -> earlier.put(version.id(), version));
        }
    }

    /// The first fact that differs from what the version read.
    Optional<Reason> of(Version version, List<Edge> edges) {
        Map<AssetKey, List<Edge>> now = new LinkedHashMap<>();
        edges.forEach(edge -> now.computeIfAbsent(edge.dependency().upstream(), _ -> new ArrayList<>())
                .add(edge));
        Map<AssetKey, Recorded> recorded = Recorded.of(version.inputs());
        List<AssetKey> added = edges.stream()
                .filter(edge -> edge.isRead() && isTaken(edge, version.target().ordinal()))
                .map(edge -> edge.dependency().upstream())
                .filter(asset -> !recorded.containsKey(asset))
                .distinct()
                .sorted()
                .toList();
        List<AssetKey> removed = recorded.keySet().stream()
                .filter(asset -> !now.containsKey(asset))
                .sorted()
                .toList();
        if (!added.isEmpty() || !removed.isEmpty()) {
            return Optional.of(new Reason.DependenciesChanged(added, removed));
        }
        return now.entrySet().stream()
                .filter(entry -> entry.getValue().stream().anyMatch(Edge::isRead))
                .map(entry -> compare(
                        entry.getKey(),
                        recorded.get(entry.getKey()),
                        entry.getValue(),
                        version.target().ordinal()))
                .flatMap(Optional::stream)
                .findFirst();
    }

    // What a condition skipped is not read, and was not read then.
    private boolean isTaken(Edge edge, int ordinal) {
        return !edge.isBranch() || !inputs.existing(edge, ordinal).isEmpty();
    }

    private Optional<Reason> compare(AssetKey asset, @Nullable Recorded before, List<Edge> edges, int ordinal) {
        if (before == null
                || edges.stream()
                        .anyMatch(edge -> !inputs.planned(edge, ordinal).isEmpty())) {
            return Optional.empty();
        }
        Map<Integer, Version> now = new TreeMap<>();
        for (Edge edge : edges) {
            for (CurrentVersion current : inputs.existing(edge, ordinal)) {
                now.put(current.version().target().ordinal(), current.version());
            }
        }
        PartitionSet reads = PartitionSet.of(now.keySet().stream().mapToInt(Integer::intValue));
        if (!reads.equals(before.partitions())) {
            return Optional.of(new Reason.PartitionsChanged(
                    asset, reads.minus(before.partitions()), before.partitions().minus(reads)));
        }
        return changedData(asset, before, now);
    }

    private Optional<Reason> changedData(AssetKey asset, Recorded before, Map<Integer, Version> now) {
        for (Map.Entry<Integer, VersionId> exact : before.exact.entrySet()) {
            Version current = now.get(exact.getKey());
            if (current != null && !current.id().equals(exact.getValue())) {
                Version read = earlier.get(exact.getValue());
                if (read == null
                        || !read.digests().data().equals(current.digests().data())) {
                    return Optional.of(changed(current, read));
                }
            }
        }
        return before.many.stream()
                .map(many -> changedData(asset, many, now))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<Reason> changedData(AssetKey asset, InputUse.Many many, Map<Integer, Version> now) {
        List<CurrentVersion> same = new ArrayList<>();
        now.forEach((ordinal, version) -> {
            if (many.partitions().contains(ordinal)) {
                same.add(new CurrentVersion(version, 0));
            }
        });
        if (InputDigests.combined(same).equals(many.combined())) {
            return Optional.empty();
        }
        Map<Integer, VersionId> read = new HashMap<>();
        for (Publication publication : store.currentAsOf(environment, asset, many.partitions(), many.asOf())) {
            read.put(publication.target().ordinal(), publication.version());
        }
        load(new LinkedHashSet<>(read.values()));
        for (CurrentVersion current : same) {
            Version before = earlier.get(read.get(current.version().target().ordinal()));
            if (before == null
                    || !before.digests()
                            .data()
                            .equals(current.version().digests().data())) {
                return Optional.of(changed(current.version(), before));
            }
        }
        return Optional.empty();
    }

    private Reason changed(Version now, @Nullable Version before) {
        AssetPartition input = now.target();
        return new Reason.InputChanged(input, before == null ? "an earlier version" : names.of(before), names.of(now));
    }

    /// What a version read of one asset.
    private record Recorded(TreeMap<Integer, VersionId> exact, List<InputUse.Many> many) {

        static Map<AssetKey, Recorded> of(List<InputUse> uses) {
            Map<AssetKey, Recorded> recorded = new LinkedHashMap<>();
            for (InputUse use : uses) {
                Recorded of =
                        recorded.computeIfAbsent(use.asset(), _ -> new Recorded(new TreeMap<>(), new ArrayList<>()));
                switch (use) {
                    case InputUse.Exact exact -> of.exact.put(exact.ordinal(), exact.version());
                    case InputUse.Many many -> of.many.add(many);
                }
            }
            return recorded;
        }

        PartitionSet partitions() {
            PartitionSet all = PartitionSet.of(exact.keySet().stream().mapToInt(Integer::intValue));
            for (InputUse.Many set : many) {
                all = all.union(set.partitions());
            }
            return all;
        }
    }
}
