package dev.weir.materializer.status;

import dev.weir.assets.AssetKey;
import dev.weir.assets.graph.AssetChange;
import dev.weir.assets.graph.AssetSelection;
import dev.weir.assets.graph.AssetStatus;
import dev.weir.assets.graph.SelectionFacts;
import dev.weir.materializer.plan.Definitions;
import dev.weir.materializer.plan.Outcome;
import dev.weir.materializer.plan.Outlook;
import dev.weir.materializer.run.RunStore;
import dev.weir.materializer.version.AssetPartition;
import dev.weir.materializer.version.EnvironmentName;
import dev.weir.materializer.version.Hold;
import dev.weir.materializer.version.Version;
import dev.weir.materializer.version.VersionStore;
import dev.weir.materializer.version.VersionStore.Published;
import dev.weir.partitions.PartitionSet;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What a selection asks of a project: its jobs, and how its assets stand. The stores are opened, and everything is
/// decided, only if a selection asks for it, and then once. For one thread.
public final class ProjectStatus implements SelectionFacts {

    private final Map<String, AssetSelection> jobs;
    private final Stores stores;
    private final EnvironmentName environment;
    private final Instant now;
    private @Nullable Outlook outlook;

    /// @param now at which what is due is decided
    public ProjectStatus(
            Map<String, AssetSelection> jobs, Stores stores, EnvironmentName environment, Instant now) {
        this.jobs = Map.copyOf(jobs);
        this.stores = stores;
        this.environment = environment;
        this.now = now;
    }

    /// Where the answers come from.
    public record Stores(
            Supplier<Definitions> definitions, Supplier<VersionStore> versions, Supplier<RunStore> runs) {}

    @Override
    public Map<String, AssetSelection> jobs() {
        return jobs;
    }

    @Override
    public Set<AssetKey> withStatus(AssetStatus status) {
        return partitionsWith(status).keySet();
    }

    /// The partitions of each asset that stand so; assets of which none does are left out.
    public SortedMap<AssetKey, PartitionSet> partitionsWith(AssetStatus status) {
        VersionStore versions = stores.versions().get();
        return switch (status) {
            case MISSING -> PlannedSets.missing(outlook(), blocked -> versions.published(environment, blocked, Published.ALL));
            case STALE -> outlook().with(PlannedSets.STALE);
            case FAILED -> AssetPartition.byAsset(stores.runs().get().failing(environment).stream());
            case RUNNING -> AssetPartition.byAsset(stores.runs().get().atWork(environment).stream());
            case HELD -> AssetPartition.byAsset(versions.holds(environment).stream().map(Hold::target));
            case REJECTED -> rejected(versions);
            case TAINTED -> new TreeMap<>(versions.published(environment, all(), Published.TAINTED));
        };
    }

    private SortedMap<AssetKey, PartitionSet> rejected(VersionStore versions) {
        SortedMap<AssetKey, PartitionSet> standing = AssetPartition.byAsset(
                versions.standingRejections(environment, all()).stream().map(Version::target));
        return standing.isEmpty() ? standing : PlannedSets.rejected(outlook(), standing);
    }

    @Override
    public Set<AssetKey> changed(AssetChange change) {
        return outlook().with(Set.of(Outcome.of(change))).keySet();
    }

    private Outlook outlook() {
        if (outlook == null) {
            outlook = Outlook.of(stores.definitions().get(), stores.versions().get(), environment, now, Outlook.Watched.BY_NOBODY);
        }
        return outlook;
    }

    private Collection<AssetKey> all() {
        return stores.definitions().get().graph().keys();
    }
}
