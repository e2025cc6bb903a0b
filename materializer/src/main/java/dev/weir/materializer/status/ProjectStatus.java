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
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.Supplier;
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
        return switch (status) {
            case MISSING -> missing();
            case STALE -> assets(planned(reason -> !(reason instanceof Reason.Missing)));
            case FAILED -> assets(stores.runs().get().failing(environment).stream());
            case RUNNING -> assets(stores.runs().get().atWork(environment).stream());
            case HELD -> assets(stores.versions().get().holds(environment).stream().map(Hold::target));
            case REJECTED ->
                assets(stores.versions().get().standingRejections(environment, all()).stream()
                        .map(Version::target));
            case TAINTED ->
                assets(stores.versions().get().current(environment, all()).stream()
                        .filter(current -> !current.version().tainted().isEmpty())
                        .map(current -> current.version().target()));
        };
    }

    @Override
    public Set<AssetKey> changed(AssetChange change) {
        return assets(planned(reason -> change == changeOf(reason)));
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
    private Set<AssetKey> missing() {
        Set<AssetKey> missing = assets(planned(Reason.Missing.class::isInstance));
        Set<AssetPartition> blocked = new HashSet<>();
        for (PlannedStep step : plan().steps()) {
            if (step.action() instanceof PlannedAction.Skip(Reason reason)
                    && !reason.isByCondition()
                    && !missing.contains(step.target().asset())) {
                blocked.add(step.target());
            }
        }
        if (!blocked.isEmpty()) {
            stores.versions().get().current(environment, assets(blocked.stream()))
                    .forEach(current -> blocked.remove(current.version().target()));
        }
        missing.addAll(assets(blocked.stream()));
        return missing;
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

    private static Set<AssetKey> assets(Stream<AssetPartition> targets) {
        Set<AssetKey> assets = new TreeSet<>();
        targets.forEach(target -> assets.add(target.asset()));
        return assets;
    }
}
