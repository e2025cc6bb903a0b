package dev.weir.materializer.why;

import dev.weir.assets.AssetKey;
import dev.weir.materializer.plan.Reason;
import dev.weir.materializer.version.AssetPartition;
import dev.weir.materializer.version.Configured;
import dev.weir.materializer.version.EnvironmentName;
import dev.weir.materializer.version.InputUse;
import dev.weir.materializer.version.Names;
import dev.weir.materializer.version.Publication;
import dev.weir.materializer.version.Version;
import dev.weir.materializer.version.VersionId;
import dev.weir.materializer.version.VersionStore;
import dev.weir.partitions.PartitionSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;

/// Tells what was different when one version was made after another of the same partition.
final class VersionChanges {

    private final EnvironmentName environment;
    private final VersionStore versions;
    private final Names names;

    VersionChanges(EnvironmentName environment, VersionStore versions, Names names) {
        this.environment = environment;
        this.versions = versions;
        this.names = names;
    }

    /// @param input the input that had other data, if that is it
    record Change(Reason reason, Optional<InputChange> input) {}

    record InputChange(Version before, Version now) {}

    /// The first fact that differs; empty if none does, as where it was forced.
    Optional<Change> between(Version before, Version now) {
        if (!before.digests().code().equals(now.digests().code())) {
            return fact(new Reason.CodeChanged(
                    before.digests().code().value(), now.digests().code().value()));
        }
        if (!before.digests().config().equals(now.digests().config())) {
            return fact(new Reason.ConfigChanged(
                    before.digests().config().value(),
                    now.digests().config().value(),
                    Configured.between(Configured.of(before), Configured.of(now))));
        }
        return before.digests().inputs().equals(now.digests().inputs())
                ? Optional.empty()
                : inputs(reads(before), reads(now));
    }

    private static Optional<Change> fact(Reason reason) {
        return Optional.of(new Change(reason, Optional.empty()));
    }

    // What it read of its own asset is never why it was made.
    private SequencedMap<AssetKey, Map<Integer, VersionId>> reads(Version version) {
        SequencedMap<AssetKey, Map<Integer, VersionId>> reads = new LinkedHashMap<>();
        for (InputUse use : version.inputs()) {
            if (use.asset().equals(version.target().asset())) {
                continue;
            }
            Map<Integer, VersionId> of = reads.computeIfAbsent(use.asset(), _ -> new TreeMap<>());
            switch (use) {
                case InputUse.Exact exact -> of.put(exact.ordinal(), exact.version());
                case InputUse.Many many -> {
                    for (Publication publication :
                            versions.currentAsOf(environment, many.asset(), many.partitions(), many.asOf())) {
                        of.put(publication.target().ordinal(), publication.version());
                    }
                }
            }
        }
        return reads;
    }

    private Optional<Change> inputs(
            SequencedMap<AssetKey, Map<Integer, VersionId>> before,
            SequencedMap<AssetKey, Map<Integer, VersionId>> now) {
        List<AssetKey> added = minus(now, before);
        List<AssetKey> removed = minus(before, now);
        if (!added.isEmpty() || !removed.isEmpty()) {
            return fact(new Reason.DependenciesChanged(added, removed));
        }
        for (Map.Entry<AssetKey, Map<Integer, VersionId>> input : now.entrySet()) {
            Optional<Change> change =
                    partitions(input.getKey(), before.getOrDefault(input.getKey(), Map.of()), input.getValue());
            if (change.isPresent()) {
                return change;
            }
        }
        return Optional.empty();
    }

    private static List<AssetKey> minus(Map<AssetKey, ?> some, Map<AssetKey, ?> others) {
        return some.keySet().stream()
                .filter(asset -> !others.containsKey(asset))
                .sorted()
                .toList();
    }

    private Optional<Change> partitions(AssetKey asset, Map<Integer, VersionId> before, Map<Integer, VersionId> now) {
        PartitionSet then = setOf(before);
        PartitionSet since = setOf(now);
        return then.equals(since)
                ? data(asset, before, now)
                : fact(new Reason.PartitionsChanged(asset, since.minus(then), then.minus(since)));
    }

    private static PartitionSet setOf(Map<Integer, VersionId> partitions) {
        return PartitionSet.of(partitions.keySet().stream().mapToInt(Integer::intValue));
    }

    private Optional<Change> data(AssetKey asset, Map<Integer, VersionId> before, Map<Integer, VersionId> now) {
        List<VersionId> ids = new ArrayList<>();
        now.forEach((ordinal, id) -> {
            VersionId earlier = before.get(ordinal);
            if (earlier != null && !earlier.equals(id)) {
                ids.add(earlier);
                ids.add(id);
            }
        });
        Map<VersionId, Version> found = new HashMap<>();
        versions.findAll(ids).forEach(version -> found.put(version.id(), version));
        for (int i = 0; i < ids.size(); i += 2) {
            Version earlier = found.get(ids.get(i));
            Version later = found.get(ids.get(i + 1));
            if (earlier != null
                    && later != null
                    && !earlier.digests().data().equals(later.digests().data())) {
                AssetPartition input = new AssetPartition(asset, later.target().ordinal());
                return Optional.of(new Change(
                        new Reason.InputChanged(input, names.of(earlier), names.of(later)),
                        Optional.of(new InputChange(earlier, later))));
            }
        }
        return Optional.empty();
    }
}
