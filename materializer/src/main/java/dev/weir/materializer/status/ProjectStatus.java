package dev.weir.materializer.status;

import dev.weir.assets.AssetKey;
import dev.weir.assets.graph.AssetChange;
import dev.weir.assets.graph.AssetSelection;
import dev.weir.assets.graph.AssetStatus;
import dev.weir.assets.graph.SelectionFacts;
import dev.weir.materializer.plan.Definitions;
import dev.weir.materializer.plan.PlannedAction;
import dev.weir.materializer.plan.PlannedStep;
import dev.weir.materializer.plan.Reason;
import dev.weir.materializer.plan.RunPlan;
import dev.weir.materializer.plan.RunPlanner;
import dev.weir.materializer.plan.RunRequest;
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
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a selection asks of a project: its jobs, and how its assets stand. The stores are opened, and everything is
/// planned, only if a selection asks for it, and then once. For one thread.
public final class ProjectStatus implements SelectionFacts {

    private final Map<String, AssetSelection> jobs;
    private final Stores stores;
    private final EnvironmentName environment;
    private final Instant now;
    private @Nullable RunPlan plan;

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
        return switch (status) {
            case MISSING -> missing();
            case STALE -> AssetPartition.byAsset(planned(reason -> !(reason instanceof Reason.Missing)));
            case FAILED -> AssetPartition.byAsset(stores.runs().get().failing(environment).stream());
            case RUNNING -> AssetPartition.byAsset(stores.runs().get().atWork(environment).stream());
            case HELD -> AssetPartition.byAsset(stores.versions().get().holds(environment).stream().map(Hold::target));
            case REJECTED -> rejected();
            case TAINTED -> new TreeMap<>(stores.versions().get().published(environment, all(), Published.TAINTED));
        };
    }

    @Override
    public Set<AssetKey> changed(AssetChange change) {
        return AssetPartition.byAsset(planned(reason -> change == changeOf(reason))).keySet();
    }

    private static @Nullable AssetChange changeOf(Reason reason) {
        return switch (reason) {
            case Reason.CodeChanged _ -> AssetChange.CODE;
            case Reason.ConfigChanged _ -> AssetChange.CONFIG;
            case Reason.ChangedOutside _, Reason.DependenciesChanged _, Reason.PartitionsChanged _, Reason.InputChanged _, Reason.InputPlanned _ ->
                AssetChange.INPUTS;
            case Reason.Missing _,
                    Reason.Forced _,
                    Reason.Imported _,
                    Reason.Unseen _,
                    Reason.TogetherWith _,
                    Reason.SiblingHeld _,
                    Reason.RejectionStands _,
                    Reason.InputTainted _,
                    Reason.ConditionStands _,
                    Reason.InputSkipped _,
                    Reason.Blocked _ -> null;
        };
    }

    /// Those that are to be computed for such a reason.
    private Stream<AssetPartition> planned(Predicate<Reason> chosen) {
        return plan().steps().stream()
                .filter(step -> switch (step.action()) {
                    case PlannedAction.Compute(Reason reason) -> chosen.test(reason);
                    case PlannedAction.ComputeUnlessInputsComeOutEqual(Reason reason) -> chosen.test(reason);
                    case PlannedAction.Check _, PlannedAction.Skip _ -> false;
                })
                .map(PlannedStep::target);
    }

    // What is blocked is missing too, unless an older version of it is there. What a condition skips is not missed.
    private SortedMap<AssetKey, PartitionSet> missing() {
        SortedMap<AssetKey, PartitionSet> missing = AssetPartition.byAsset(planned(Reason.Missing.class::isInstance));
        SortedMap<AssetKey, PartitionSet> blocked = AssetPartition.byAsset(plan().steps().stream()
                .filter(step -> step.action() instanceof PlannedAction.Skip(Reason reason) && !reason.isByCondition())
                .map(PlannedStep::target));
        Map<AssetKey, PartitionSet> published = blocked.isEmpty()
                ? Map.of()
                : stores.versions().get().published(environment, blocked.keySet(), Published.ALL);
        blocked.forEach((asset, those) -> {
            PartitionSet none = those.minus(published.getOrDefault(asset, PartitionSet.EMPTY));
            if (!none.isEmpty()) {
                missing.merge(asset, none, PartitionSet::union);
            }
        });
        return missing;
    }

    // Where what is read went back to what it was, what was current before the rejection is up to date again.
    private SortedMap<AssetKey, PartitionSet> rejected() {
        List<Version> rejections = stores.versions().get().standingRejections(environment, all());
        if (rejections.isEmpty()) {
            return new TreeMap<>();
        }
        Set<AssetPartition> toDo = plan().steps().stream()
                .filter(step -> !(step.action() instanceof PlannedAction.Check))
                .map(PlannedStep::target)
                .collect(Collectors.toSet());
        return AssetPartition.byAsset(
                rejections.stream().map(Version::target).filter(target -> toDo.contains(target) || !isDue(target)));
    }

    private boolean isDue(AssetPartition target) {
        return stores.definitions().get().graph().asset(target.asset()).partitions().all(now).contains(target.ordinal());
    }

    /// What would be done if all were asked for: what missing and stale is decided by.
    public RunPlan plan() {
        if (plan == null) {
            plan = new RunPlanner(stores.definitions().get(), stores.versions().get())
                    .plan(RunRequest.of(environment, AssetSelection.ALL, now));
        }
        return plan;
    }

    private Collection<AssetKey> all() {
        return stores.definitions().get().graph().keys();
    }
}
