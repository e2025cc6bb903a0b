package dev.weir.lineageui.api;

import static dev.weir.materializer.version.AssetPartition.byAsset;

import dev.weir.assets.AssetKey;
import dev.weir.assets.graph.AssetSelection;
import dev.weir.assets.graph.AssetStatus;
import dev.weir.lineageui.view.AssetStanding;
import dev.weir.lineageui.view.PartitionStandings;
import dev.weir.lineageui.view.RootCauses;
import dev.weir.lineageui.view.RootCauses.RootCause;
import dev.weir.lineageui.view.StandingText;
import dev.weir.materializer.plan.PlannedStep;
import dev.weir.materializer.status.ProjectStatus;
import dev.weir.materializer.version.EnvironmentName;
import dev.weir.materializer.version.FailedCheck;
import dev.weir.materializer.version.Names;
import dev.weir.materializer.version.StandingSkip;
import dev.weir.materializer.version.VersionStore;
import dev.weir.materializer.version.VersionStore.Published;
import dev.weir.partitions.PartitionSet;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/// How every asset stood at one moment, and why. Threads may share it.
final class Standings {
    private final Watermark watermark;
    private final Instant at;
    private final Map<AssetKey, Standing> stands = new HashMap<>();
    private final Map<AssetKey, PlannedStep> planned = new HashMap<>();
    private final ProjectStatus status;
    private final ServedProject project;
    private int partitions;
    private Map<AssetKey, PartitionSet> stale = Map.of();
    private Map<AssetKey, PartitionSet> rejected = Map.of();
    private List<RootCause> causes = List.of();
    private Map<AssetKey, List<FailedCheck>> failedChecks = Map.of();

    private Standings(ServedProject project, Watermark watermark) {
        this.project = project;
        this.watermark = watermark;
        at = project.clock().instant();
        status = statusOf(project, at);
    }

    /// What a selection may ask of the project, for one thread.
    static ProjectStatus statusOf(ServedProject project, Instant at) {
        return new ProjectStatus(
                project.jobs(),
                new ProjectStatus.Stores(project::definitions, project::versions, project::runs),
                project.environment(),
                at);
    }

    static Standings of(ServedProject project, Watermark watermark) {
        Standings made = new Standings(project, watermark);
        made.decide();
        return made;
    }

    // What comes later matters more.
    private void decide() {
        Collection<AssetKey> all = project.graph().keys();
        all.forEach(asset -> stands.put(asset, new Standing(AssetStanding.FRESH, PartitionSet.EMPTY)));
        project.versions().standingSkips(project.environment(), all).forEach(skip ->
                stands.put(skip.target().asset(), new Standing(AssetStanding.SKIPPED, PartitionSet.EMPTY)));
        stale = mark(AssetStatus.STALE, AssetStanding.STALE);
        mark(AssetStatus.MISSING, AssetStanding.MISSING);
        mark(AssetStatus.TAINTED, AssetStanding.TAINTED);
        rejected = mark(AssetStatus.REJECTED, AssetStanding.REJECTED);
        mark(AssetStatus.FAILED, AssetStanding.FAILED);
        mark(AssetStatus.RUNNING, AssetStanding.RUNNING);
        Map<AssetKey, Integer> last = new HashMap<>();
        stands.forEach((asset, standing) -> {
            if (!standing.those.isEmpty()) {
                last.put(asset, StandingText.last(project.graph().asset(asset).partitions(), standing.those));
            }
        });
        for (PlannedStep step : status.plan().steps()) {
            if (Objects.equals(last.get(step.target().asset()), step.target().ordinal())) {
                planned.put(step.target().asset(), step);
            }
        }
        causes = RootCauses.of(project.graph(), this::of);
        failedChecks = project.versions().failedChecks(project.environment(), all).stream()
                .collect(Collectors.groupingBy(failed -> failed.target().asset()));
        partitions = status.plan().steps().size()
                + status.plan().reused().values().stream().mapToInt(Integer::intValue).sum();
    }

    /// @param those the partitions that stand so
    private record Standing(AssetStanding as, PartitionSet those) {}

    private Map<AssetKey, PartitionSet> mark(AssetStatus which, AssetStanding standing) {
        Map<AssetKey, PartitionSet> found = status.partitionsWith(which);
        found.forEach((asset, those) -> stands.computeIfPresent(asset, (_, _) -> new Standing(standing, those)));
        return found;
    }

    Watermark watermark() {
        return watermark;
    }

    Instant at() {
        return at;
    }

    /// How many partitions had to be looked at.
    int partitions() {
        return partitions;
    }

    AssetStanding of(AssetKey asset) {
        Standing standing = stands.get(asset);
        return standing == null ? AssetStanding.MISSING : standing.as;
    }

    /// What somebody has to look at, the worst first.
    List<RootCause> causes() {
        return causes;
    }

    /// What checks found wrong in what is current, or was rejected and stands.
    List<FailedCheck> failedChecks(AssetKey asset) {
        return failedChecks.getOrDefault(asset, List.of());
    }

    /// Which partitions of it stand so; empty if it is whole that does.
    PartitionSet partitionsOf(AssetKey asset) {
        Standing standing = stands.get(asset);
        return standing == null ? PartitionSet.EMPTY : standing.those;
    }

    /// Why it stands so, as the end of a sentence; empty if all is well.
    String reason(AssetKey asset) {
        return new StandingText(new Names(project.graph()), at)
                .of(project.graph().asset(asset), of(asset), partitionsOf(asset), Optional.ofNullable(planned.get(asset)));
    }

    /// How the partitions of some assets stand, asked of all of them at once.
    PartitionStandings partitions(Collection<AssetKey> assets) {
        EnvironmentName environment = project.environment();
        VersionStore versions = project.versions();
        Map<AssetKey, PartitionSet> complete = new HashMap<>();
        assets.forEach(asset -> complete.put(asset, project.graph().asset(asset).partitions().all(at)));
        Map<AssetStanding, Map<AssetKey, PartitionSet>> found = new EnumMap<>(AssetStanding.class);
        found.put(AssetStanding.RUNNING, byAsset(project.runs().atWork(environment).stream()));
        found.put(AssetStanding.FAILED, byAsset(project.runs().failing(environment).stream()));
        found.put(AssetStanding.REJECTED, rejected);
        found.put(AssetStanding.TAINTED, versions.published(environment, assets, Published.TAINTED));
        found.put(AssetStanding.STALE, stale);
        found.put(AssetStanding.FRESH, versions.published(environment, assets, Published.ALL));
        found.put(
                AssetStanding.SKIPPED,
                byAsset(versions.standingSkips(environment, assets).stream().map(StandingSkip::target)));
        found.put(AssetStanding.MISSING, complete);
        return PartitionStandings.of(found, assets);
    }

    /// The assets that a text selects, in the order of the graph.
    synchronized List<AssetKey> select(String text) {
        return AssetSelection.parse(text).with(status).selectFrom(project.graph());
    }
}
