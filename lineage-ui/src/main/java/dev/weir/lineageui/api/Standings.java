package dev.weir.lineageui.api;

import static dev.weir.lineageui.view.PartitionStandings.byAsset;

import dev.weir.assets.AssetKey;
import dev.weir.assets.graph.AssetSelection;
import dev.weir.assets.graph.AssetStatus;
import dev.weir.lineageui.view.AssetStanding;
import dev.weir.lineageui.view.PartitionStandings;
import dev.weir.materializer.plan.PlannedStep;
import dev.weir.materializer.plan.ReasonText;
import dev.weir.materializer.status.ProjectStatus;
import dev.weir.materializer.version.EnvironmentName;
import dev.weir.materializer.version.Names;
import dev.weir.materializer.version.StandingSkip;
import dev.weir.materializer.version.Version;
import dev.weir.materializer.version.VersionStore;
import dev.weir.materializer.version.VersionStore.Published;
import dev.weir.partitions.PartitionSet;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// How every asset stood at one moment, and why. Threads may share it.
final class Standings {
    private final Watermark watermark;
    private final Instant at;
    private final Map<AssetKey, AssetStanding> standings = new HashMap<>();
    private final Map<AssetKey, PlannedStep> planned = new HashMap<>();
    private final Map<AssetKey, PartitionSet> stale = new HashMap<>();
    private final ProjectStatus status;
    private final ServedProject project;

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
        mark(all, AssetStanding.FRESH);
        mark(
                project.versions().standingSkips(project.environment(), all).stream()
                        .map(skip -> skip.target().asset())
                        .toList(),
                AssetStanding.SKIPPED);
        mark(status.withStatus(AssetStatus.STALE), AssetStanding.STALE);
        mark(status.withStatus(AssetStatus.MISSING), AssetStanding.MISSING);
        mark(status.withStatus(AssetStatus.TAINTED), AssetStanding.TAINTED);
        mark(status.withStatus(AssetStatus.REJECTED), AssetStanding.REJECTED);
        mark(status.withStatus(AssetStatus.FAILED), AssetStanding.FAILED);
        mark(status.withStatus(AssetStatus.RUNNING), AssetStanding.RUNNING);
        for (PlannedStep step : status.plan().steps()) {
            planned.putIfAbsent(step.target().asset(), step);
        }
        stale.putAll(PartitionStandings.staleOf(status.plan().steps()));
    }

    private void mark(Collection<AssetKey> assets, AssetStanding standing) {
        assets.forEach(asset -> standings.computeIfPresent(asset, (_, _) -> standing));
        if (standing == AssetStanding.FRESH) {
            assets.forEach(asset -> standings.put(asset, standing));
        }
    }

    Watermark watermark() {
        return watermark;
    }

    Instant at() {
        return at;
    }

    AssetStanding of(AssetKey asset) {
        return standings.getOrDefault(asset, AssetStanding.MISSING);
    }

    /// Why it stands so, as the end of a sentence; empty if all is well.
    String reason(AssetKey asset) {
        return switch (of(asset)) {
            case FRESH -> "";
            case STALE, MISSING -> because(asset);
            case FAILED -> "its newest attempt failed";
            case REJECTED -> "its newest version was rejected by its checks";
            case TAINTED -> "what is published was found wrong later";
            case RUNNING -> "a run is at work on it";
            case SKIPPED -> "its condition does not hold";
        };
    }

    private String because(AssetKey asset) {
        PlannedStep step = planned.get(asset);
        return step == null ? "" : new ReasonText(new Names(project.graph())).because(step.action());
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
        found.put(
                AssetStanding.REJECTED,
                byAsset(versions.standingRejections(environment, assets).stream().map(Version::target)));
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
