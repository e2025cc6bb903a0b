package dev.weir.materializer.status;

import dev.weir.assets.AssetKey;
import dev.weir.assets.graph.AssetStatus;
import dev.weir.materializer.kept.KeptInput;
import dev.weir.materializer.kept.KeptOutput;
import dev.weir.materializer.plan.Definitions;
import dev.weir.materializer.plan.Outcome;
import dev.weir.materializer.plan.Outlook;
import dev.weir.materializer.plan.PlannedStep;
import dev.weir.materializer.run.RunStore;
import dev.weir.materializer.version.AssetPartition;
import dev.weir.materializer.version.EnvironmentName;
import dev.weir.materializer.version.FailedCheck;
import dev.weir.materializer.version.Hold;
import dev.weir.materializer.version.StoreMark;
import dev.weir.materializer.version.VersionStore;
import dev.weir.partitions.PartitionSet;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// How all partitions of a project stood at one moment, as sets, for who asks again and again: after a commit only what it touched is
/// looked at anew. It says what [ProjectStatus] says. Immutable; threads may share it.
public final class ProjectStandings {

    /// Above that, one look at everything costs less.
    private static final int MOST_TOUCHED = 200_000;

    private final Definitions definitions;
    private final Stores stores;
    private final StoreMark mark;
    private final Outlook outlook;
    private final RecordedFacts recorded;
    private final Map<AssetStatus, Map<AssetKey, PartitionSet>> sets;

    private ProjectStandings(
            Definitions definitions,
            Stores stores,
            StoreMark mark,
            Outlook outlook,
            RecordedFacts recorded,
            Set<AssetPartition> atWork) {
        this.definitions = definitions;
        this.stores = stores;
        this.mark = mark;
        this.outlook = outlook;
        this.recorded = recorded;
        sets = Map.of(
                AssetStatus.MISSING, PlannedSets.missing(outlook, _ -> recorded.published()),
                AssetStatus.STALE, outlook.with(PlannedSets.STALE),
                AssetStatus.FAILED, recorded.failing(),
                AssetStatus.RUNNING, AssetPartition.byAsset(atWork.stream()),
                AssetStatus.HELD, stores.held(),
                AssetStatus.REJECTED, PlannedSets.rejected(outlook, recorded.rejected()),
                AssetStatus.TAINTED, recorded.tainted());
    }

    /// Where the answers come from.
    public record Stores(VersionStore versions, RunStore runs, EnvironmentName environment) {

        Map<AssetKey, PartitionSet> held() {
            return AssetPartition.byAsset(versions.holds(environment).stream().map(Hold::target));
        }
    }

    /// Looks at everything.
    ///
    /// @param atWork what runs are at work on
    /// @param watched told how far it has come
    public static ProjectStandings of(
            Definitions definitions, Stores stores, Instant now, Set<AssetPartition> atWork, Outlook.Watched watched) {
        StoreMark mark = stores.versions.mark();
        Outlook outlook = Outlook.of(definitions, stores.versions, stores.environment, now, watched);
        return new ProjectStandings(
                definitions,
                stores,
                mark,
                outlook,
                RecordedFacts.of(outlook, definitions.graph(), stores.versions, stores.runs, stores.environment),
                atWork);
    }

    /// Writes down what was found out, so that [#read] knows it again.
    void write(KeptOutput out) {
        outlook.write(out);
        recorded.write(out);
    }

    /// What was written down when the store had come so far, of equal definitions over the same store. It is that of then: to be asked
    /// for how it is [#after].
    static ProjectStandings read(KeptInput in, Definitions definitions, Stores stores, StoreMark mark) {
        Outlook outlook = Outlook.read(in, definitions, stores.versions, stores.environment);
        RecordedFacts recorded = RecordedFacts.read(in, stores.versions, stores.environment);
        return new ProjectStandings(definitions, stores, mark, outlook, recorded, Set.of());
    }

    Definitions definitions() {
        return definitions;
    }

    Stores stores() {
        return stores;
    }

    /// How far the store had come.
    StoreMark mark() {
        return mark;
    }

    /// As it is later.
    public ProjectStandings after(Instant now, Set<AssetPartition> atWork) {
        StoreMark next = stores.versions.mark();
        Optional<Map<AssetKey, PartitionSet>> touched = next.recorded() - mark.recorded() > MOST_TOUCHED
                ? Optional.empty()
                : stores.versions.touchedBetween(stores.environment, mark, next);
        return touched.flatMap(those -> after(those, next, now, atWork))
                .orElseGet(() -> of(definitions, stores, now, atWork, Outlook.Watched.BY_NOBODY));
    }

    private Optional<ProjectStandings> after(
            Map<AssetKey, PartitionSet> touched, StoreMark next, Instant now, Set<AssetPartition> atWork) {
        return outlook.after(touched, now).map(later -> new ProjectStandings(
                definitions,
                stores,
                next,
                later,
                recorded.after(touched, stores.versions, stores.runs, stores.environment),
                atWork));
    }

    /// The partitions of each asset that stand so; assets of which none does are left out.
    public Map<AssetKey, PartitionSet> partitionsWith(AssetStatus status) {
        return sets.getOrDefault(status, Map.of());
    }

    /// Those that are computed for this reason.
    public Map<AssetKey, PartitionSet> with(Outcome outcome) {
        return outlook.with(Set.of(outcome));
    }

    /// Those that have a current version.
    public Map<AssetKey, PartitionSet> published() {
        return recorded.published();
    }

    /// Those of which a condition kept a newer version from being made.
    public Map<AssetKey, PartitionSet> skipped() {
        return recorded.skipped();
    }

    /// What checks found wrong in what is current of an asset, or was rejected and stands.
    public List<FailedCheck> failedChecks(AssetKey asset) {
        return recorded.failedChecks().getOrDefault(asset, List.of());
    }

    /// What would be done with some partitions, and why; those that nothing would be done with are left out.
    public Map<AssetPartition, PlannedStep> steps(Collection<AssetPartition> targets) {
        return outlook.steps(targets);
    }

    /// How many partitions were looked at, now or before.
    public long partitions() {
        return definitions.graph().keys().stream()
                .mapToLong(asset -> outlook.lookedAt(asset).size())
                .sum();
    }
}
