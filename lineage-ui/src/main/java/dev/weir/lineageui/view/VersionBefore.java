package dev.weir.lineageui.view;

import dev.weir.assets.AssetKey;
import dev.weir.materializer.version.CurrentVersion;
import dev.weir.materializer.version.EnvironmentName;
import dev.weir.materializer.version.Version;
import dev.weir.materializer.version.VersionState;
import dev.weir.materializer.version.VersionStore;
import dev.weir.materializer.version.VersionStore.Published;
import dev.weir.partitions.PartitionSet;
import dev.weir.partitions.PartitionsDefinition;
import dev.weir.partitions.PartitionsDefinition.Time;
import java.util.Optional;
import java.util.OptionalInt;

/// What a version is measured by: the one published before it of the same partition; where there is none, what is current
/// of the window before it. Keys of a list are not compared with each other.
public final class VersionBefore {
    private final ProjectFacts facts;
    private final EnvironmentName environment;

    public VersionBefore(ProjectFacts facts, EnvironmentName environment) {
        this.facts = facts;
        this.environment = environment;
    }

    public Optional<Version> of(Version version) {
        VersionStore versions = facts.versions();
        // Nothing can be measured by data that was collected.
        Optional<Version> same = versions.publishedBefore(version.target(), version.number(), 1).stream()
                .filter(before -> before.state() == VersionState.PUBLISHED)
                .findFirst();
        return same.isEmpty() ? ofWindowBefore(version) : same;
    }

    private Optional<Version> ofWindowBefore(Version version) {
        AssetKey asset = version.target().asset();
        PartitionsDefinition partitions = facts.graph().asset(asset).partitions();
        if (!(partitions instanceof Time)) {
            return Optional.empty();
        }
        OptionalInt before = facts.versions().published(environment, asset, Published.ALL).ordinals()
                .filter(ordinal -> ordinal < version.target().ordinal())
                .max();
        return before.isEmpty()
                ? Optional.empty()
                : facts.versions().current(environment, asset, Optional.of(PartitionSet.of(before.getAsInt()))).stream()
                        .map(CurrentVersion::version)
                        .findFirst();
    }
}
