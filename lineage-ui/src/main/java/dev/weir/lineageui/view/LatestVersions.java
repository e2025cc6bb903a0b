package dev.weir.lineageui.view;

import dev.weir.assets.AssetKey;
import dev.weir.materializer.version.AssetPartition;
import dev.weir.materializer.version.CurrentVersion;
import dev.weir.materializer.version.EnvironmentName;
import dev.weir.materializer.version.Version;
import dev.weir.materializer.version.VersionStore.Published;
import dev.weir.partitions.PartitionSet;
import dev.weir.partitions.PartitionsDefinition.Unpartitioned;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The last versions of an asset, however many there are: of one without partitions by their numbers, else what is current of its
/// last partitions and was rejected there.
public final class LatestVersions {
    private final ProjectFacts facts;
    private final EnvironmentName environment;

    public LatestVersions(ProjectFacts facts, EnvironmentName environment) {
        this.facts = facts;
        this.environment = environment;
    }

    /// At most so many, the last of them at the end.
    public List<Version> of(AssetKey asset, int limit) {
        if (facts.graph().asset(asset).partitions() instanceof Unpartitioned) {
            List<Version> versions = facts.versions().versionsOf(new AssetPartition(asset, 0));
            return versions.subList(0, Math.min(limit, versions.size())).reversed();
        }
        List<Version> versions = new ArrayList<>(facts.versions().standingRejections(environment, asset));
        versions.addAll(currentOf(asset, limit));
        versions.sort(Comparator.comparing(Version::target).thenComparing(Version::number));
        return List.copyOf(versions.subList(Math.max(0, versions.size() - limit), versions.size()));
    }

    /// Only those that were published: at most so many, the last of them at the end.
    public List<Version> published(AssetKey asset, int limit) {
        return facts.graph().asset(asset).partitions() instanceof Unpartitioned
                ? facts.versions().publishedBefore(new AssetPartition(asset, 0), Long.MAX_VALUE, limit).reversed()
                : currentOf(asset, limit);
    }

    private List<Version> currentOf(AssetKey asset, int limit) {
        int[] published = facts.versions().published(environment, asset, Published.ALL).toArray();
        PartitionSet last = PartitionSet.of(
                Arrays.copyOfRange(published, Math.max(0, published.length - limit), published.length));
        return facts.versions().current(environment, asset, Optional.of(last)).stream()
                .map(CurrentVersion::version)
                .toList();
    }
}
