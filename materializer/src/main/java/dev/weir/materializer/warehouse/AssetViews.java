package dev.weir.materializer.warehouse;

import dev.weir.assets.AssetKey;
import dev.weir.assets.schema.Column;
import dev.weir.materializer.version.AssetPartition;
import dev.weir.materializer.version.Content;
import dev.weir.materializer.version.CurrentVersion;
import dev.weir.materializer.version.DataFile;
import dev.weir.materializer.version.EnvironmentName;
import dev.weir.materializer.version.Publication;
import dev.weir.materializer.version.Version;
import dev.weir.materializer.version.VersionId;
import dev.weir.materializer.version.VersionStore;
import dev.weir.partitions.PartitionKey;
import dev.weir.partitions.PartitionSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Makes the view of an asset as of one commit out of what a store says is current, which may be newer: other commits
/// happen between two questions, and assets published together must be seen together.
final class AssetViews {

    private final VersionStore versions;
    private final EnvironmentName environment;
    private final Function<AssetPartition, PartitionKey> keys;

    AssetViews(VersionStore versions, EnvironmentName environment, Function<AssetPartition, PartitionKey> keys) {
        this.versions = versions;
        this.environment = environment;
        this.keys = keys;
    }

    /// The asset as of the commit; empty if none of its versions was a table then.
    Optional<AssetView> asOf(AssetKey asset, long sequence) {
        return asOf(asset, sequence, versions.current(environment, asset, Optional.empty()));
    }

    /// @param current the asset's current versions, asked for after the commit
    Optional<AssetView> asOf(AssetKey asset, long sequence, List<CurrentVersion> current) {
        List<Version> tables = new ArrayList<>();
        for (Version version : versionsAsOf(asset, sequence, current)) {
            if (version.content() instanceof Content.TableFiles) {
                tables.add(version);
            }
        }
        if (tables.isEmpty()) {
            return Optional.empty();
        }
        List<Column> columns = columnsOf(newest(tables));
        boolean uniform = tables.stream().allMatch(version -> columnsOf(version).equals(columns));
        List<AssetView.Partition> partitions = new ArrayList<>(tables.size());
        tables.forEach(version -> partitions.add(partition(version)));
        return Optional.of(new AssetView(asset, sequence, columns, uniform, partitions));
    }

    private List<Version> versionsAsOf(AssetKey asset, long sequence, List<CurrentVersion> current) {
        List<Version> asOf = new ArrayList<>(current.size());
        List<Integer> moved = new ArrayList<>();
        for (CurrentVersion each : current) {
            if (each.sequence() <= sequence) {
                asOf.add(each.version());
            } else {
                moved.add(each.version().target().ordinal());
            }
        }
        if (!moved.isEmpty()) {
            asOf.addAll(earlier(asset, sequence, PartitionSet.of(moved.stream().mapToInt(Integer::intValue))));
            asOf.sort(Comparator.comparingInt(version -> version.target().ordinal()));
        }
        return asOf;
    }

    private List<Version> earlier(AssetKey asset, long sequence, PartitionSet partitions) {
        List<VersionId> ids = versions.currentAsOf(environment, asset, partitions, sequence).stream()
                .map(Publication::version)
                .toList();
        return versions.findAll(ids);
    }

    private static Version newest(List<Version> tables) {
        return tables.stream().max(Version.OLDEST_FIRST).orElseThrow();
    }

    private static List<Column> columnsOf(Version version) {
        return version.content() instanceof Content.TableFiles table ? table.schema().columns() : List.of();
    }

    private AssetView.Partition partition(Version version) {
        AssetPartition target = version.target();
        PartitionKey key = keys.apply(target);
        String at = key.isUnpartitioned() ? "" : "@" + key;
        return new AssetView.Partition(
                key,
                target.ordinal(),
                "%s%s#%d".formatted(target.asset(), at, version.number()),
                version.content().rows(),
                version.content().readFiles().stream().map(DataFile::path).toList());
    }
}
