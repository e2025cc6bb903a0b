package dev.weir.lineageui.api;

import dev.weir.assets.AssetKey;
import dev.weir.assets.graph.AssetSelection;
import dev.weir.assets.graph.AssetStatus;
import dev.weir.lineageui.view.AssetStanding;
import dev.weir.lineageui.view.PartitionStandings;
import dev.weir.lineageui.view.RootCauses;
import dev.weir.lineageui.view.RootCauses.RootCause;
import dev.weir.lineageui.view.StandingText;
import dev.weir.materializer.plan.Outlook;
import dev.weir.materializer.plan.PlannedStep;
import dev.weir.materializer.status.ProjectStandings;
import dev.weir.materializer.version.AssetPartition;
import dev.weir.materializer.version.FailedCheck;
import dev.weir.materializer.version.Names;
import dev.weir.partitions.PartitionSet;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// How every asset stood at one moment, and why.
final class KnownStandings implements Standings {
    private final Watermark watermark;
    private final Instant at;
    private final Map<AssetKey, Standing> stands = new HashMap<>();
    private final ProjectStandings known;
    private final ServedProject project;
    private final List<RootCause> causes;

    private KnownStandings(ServedProject project, Watermark watermark, Instant at, ProjectStandings known) {
        this.project = project;
        this.watermark = watermark;
        this.at = at;
        this.known = known;
        stand();
        causes = RootCauses.of(project.graph(), this::of);
    }

    /// @param before what was known of the same project before, if anything was
    /// @param watched told how far it has come, where everything has to be looked at
    static KnownStandings of(
            ServedProject project, Watermark watermark, @Nullable KnownStandings before, Outlook.Watched watched) {
        Instant at = project.clock().instant();
        ProjectStandings known = before != null && watermark.isOfSameDefinitions(before.watermark)
                ? before.known.after(at, watermark.atWork())
                : first(project, watermark, at, watched);
        return new KnownStandings(project, watermark, at, known);
    }

    private static ProjectStandings first(
            ServedProject project, Watermark watermark, Instant at, Outlook.Watched watched) {
        ProjectStandings.Stores stores =
                new ProjectStandings.Stores(project.versions(), project.runs(), project.environment());
        return project.keptStandings()
                .read(watermark.definitions(), stores)
                .map(kept -> kept.after(at, watermark.atWork()))
                .orElseGet(() -> ProjectStandings.of(watermark.definitions(), stores, at, watermark.atWork(), watched));
    }

    /// Keeps what was found out for the next process.
    void keep() {
        project.keptStandings().write(known);
    }

    // What comes later matters more.
    private void stand() {
        project.graph().keys().forEach(asset -> stands.put(asset, new Standing(AssetStanding.FRESH, PartitionSet.EMPTY)));
        known.skipped().keySet().forEach(asset ->
                stands.put(asset, new Standing(AssetStanding.SKIPPED, PartitionSet.EMPTY)));
        mark(AssetStatus.STALE, AssetStanding.STALE);
        mark(AssetStatus.MISSING, AssetStanding.MISSING);
        mark(AssetStatus.TAINTED, AssetStanding.TAINTED);
        mark(AssetStatus.REJECTED, AssetStanding.REJECTED);
        mark(AssetStatus.FAILED, AssetStanding.FAILED);
        mark(AssetStatus.RUNNING, AssetStanding.RUNNING);
    }

    /// @param those the partitions that stand so
    private record Standing(AssetStanding as, PartitionSet those) {}

    private void mark(AssetStatus which, AssetStanding standing) {
        known.partitionsWith(which).forEach((asset, those) ->
                stands.computeIfPresent(asset, (_, _) -> new Standing(standing, those)));
    }

    Watermark watermark() {
        return watermark;
    }

    /// All of it, to be asked for more.
    ProjectStandings known() {
        return known;
    }

    @Override
    public long sequence() {
        return watermark.sequence();
    }

    @Override
    public Instant at() {
        return at;
    }

    @Override
    public Optional<Looking> looking() {
        return Optional.empty();
    }

    /// How many partitions there are to be looked at.
    long partitions() {
        return known.partitions();
    }

    @Override
    public AssetStanding of(AssetKey asset) {
        Standing standing = stands.get(asset);
        return standing == null ? AssetStanding.MISSING : standing.as;
    }

    @Override
    public List<RootCause> causes() {
        return causes;
    }

    @Override
    public List<FailedCheck> failedChecks(AssetKey asset) {
        return known.failedChecks(asset);
    }

    @Override
    public PartitionSet partitionsOf(AssetKey asset) {
        Standing standing = stands.get(asset);
        return standing == null ? PartitionSet.EMPTY : standing.those;
    }

    @Override
    public Map<AssetKey, String> reasons(Collection<AssetKey> assets) {
        Map<AssetKey, PlannedStep> steps = new HashMap<>();
        known.steps(assets.stream().filter(this::isToBeDone).map(this::last).toList())
                .forEach((target, step) -> steps.put(target.asset(), step));
        StandingText text = new StandingText(new Names(project.graph()), at);
        Map<AssetKey, String> reasons = new HashMap<>();
        assets.forEach(asset -> reasons.put(asset, text.of(
                project.graph().asset(asset), of(asset), partitionsOf(asset), Optional.ofNullable(steps.get(asset)))));
        return reasons;
    }

    // Of the others, what would be done does not tell why they stand so.
    private boolean isToBeDone(AssetKey asset) {
        return switch (of(asset)) {
            case STALE, MISSING -> !partitionsOf(asset).isEmpty();
            case FRESH, FAILED, REJECTED, TAINTED, RUNNING, SKIPPED, UNKNOWN -> false;
        };
    }

    private AssetPartition last(AssetKey asset) {
        return new AssetPartition(asset, StandingText.last(project.graph().asset(asset).partitions(), partitionsOf(asset)));
    }

    @Override
    public PartitionStandings partitions(Collection<AssetKey> assets) {
        Map<AssetStanding, Map<AssetKey, PartitionSet>> found = new EnumMap<>(AssetStanding.class);
        found.put(AssetStanding.RUNNING, known.partitionsWith(AssetStatus.RUNNING));
        found.put(AssetStanding.FAILED, known.partitionsWith(AssetStatus.FAILED));
        found.put(AssetStanding.REJECTED, known.partitionsWith(AssetStatus.REJECTED));
        found.put(AssetStanding.TAINTED, known.partitionsWith(AssetStatus.TAINTED));
        found.put(AssetStanding.STALE, known.partitionsWith(AssetStatus.STALE));
        found.put(AssetStanding.FRESH, known.published());
        found.put(AssetStanding.SKIPPED, known.skipped());
        found.put(AssetStanding.MISSING, PartitionStandings.complete(project.graph(), assets, at));
        return PartitionStandings.of(found, assets);
    }

    @Override
    public List<AssetKey> select(String text) {
        return AssetSelection.parse(text).with(new KnownFacts(project.jobs(), () -> known)).selectFrom(project.graph());
    }
}
