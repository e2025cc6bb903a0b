package dev.weir.materializer.why;

import dev.weir.materializer.plan.Definitions;
import dev.weir.materializer.plan.PlannedAction;
import dev.weir.materializer.plan.PlannedStep;
import dev.weir.materializer.plan.Reason;
import dev.weir.materializer.plan.RunPlan;
import dev.weir.materializer.plan.RunPlanner;
import dev.weir.materializer.run.RunStore;
import dev.weir.materializer.version.AssetPartition;
import dev.weir.materializer.version.CurrentVersion;
import dev.weir.materializer.version.EnvironmentName;
import dev.weir.materializer.version.Hold;
import dev.weir.materializer.version.Names;
import dev.weir.materializer.version.Version;
import dev.weir.materializer.version.VersionName;
import dev.weir.materializer.version.VersionStore;
import dev.weir.partitions.PartitionSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Answers why an asset partition would be computed, or why a version was. Reads only.
public final class Why {

    private final Definitions definitions;
    private final EnvironmentName environment;
    private final VersionStore versions;
    private final Past past;

    public Why(Definitions definitions, EnvironmentName environment, VersionStore versions, RunStore runs) {
        this.definitions = definitions;
        this.environment = environment;
        this.versions = versions;
        past = new Past(environment, versions, runs, new Names(definitions.graph()));
    }

    /// How the partition stands now, the fact that decides, and the chain behind it.
    public Explanation explain(AssetPartition target, Instant now) {
        RunPlan plan = new RunPlanner(definitions, versions).plan(environment, target, now);
        Map<AssetPartition, PlannedStep> steps = HashMap.newHashMap(plan.steps().size());
        plan.steps().forEach(step -> steps.put(step.target(), step));
        Optional<Version> current = current(target);
        PlannedStep step = steps.get(target);
        if (step == null) {
            List<Cause> made = current.map(past::explain).orElse(List.of());
            Optional<Hold> hold = versions.holds(environment).stream()
                    .filter(each -> each.target().equals(target))
                    .findFirst();
            Standing standing = hold.isPresent() ? Standing.HELD : Standing.UP_TO_DATE;
            return new Explanation(target, standing, current, made, hold, hold.isPresent() ? List.of() : plan.notes());
        }
        return new Explanation(target, standing(step), current, chain(step, steps), Optional.empty(), plan.notes());
    }

    /// Why a version was made: what was different from the one before, and what is behind that.
    public List<Cause> explain(Version version) {
        return past.explain(version);
    }

    private List<Cause> chain(PlannedStep first, Map<AssetPartition, PlannedStep> steps) {
        List<Cause> chain = new ArrayList<>();
        @Nullable PlannedStep step = first;
        while (step != null) {
            chain.add(new Cause.Planned(step.target(), standing(step), step.action()));
            step = switch (reason(step.action())) {
                case Reason.InputPlanned planned -> steps.get(planned.input());
                case Reason.InputTainted tainted -> steps.get(tainted.input());
                case Reason.InputSkipped skipped -> steps.get(skipped.input());
                case Reason.Blocked blocked -> steps.get(blocked.input());
                case Reason.InputChanged changed -> {
                    chain.addAll(behind(changed));
                    yield null;
                }
                case Reason.RejectionStands(String version, var _) -> {
                    find(step.target(), version).ifPresent(rejected -> chain.addAll(past.explain(rejected)));
                    yield null;
                }
                case null, default -> null;
            };
        }
        return chain;
    }

    private List<Cause> behind(Reason.InputChanged changed) {
        return find(changed.input(), changed.now())
                .map(now -> past.explainData(now, find(changed.input(), changed.before())))
                .orElse(List.of());
    }

    private Optional<Version> find(AssetPartition target, String name) {
        return name.contains("#")
                ? versions.find(target, VersionName.parse(name).number())
                : Optional.empty();
    }

    private Optional<Version> current(AssetPartition target) {
        return versions.current(environment, target.asset(), Optional.of(PartitionSet.of(target.ordinal()))).stream()
                .map(CurrentVersion::version)
                .findFirst();
    }

    private static @Nullable Reason reason(PlannedAction action) {
        return switch (action) {
            case PlannedAction.Compute(Reason reason) -> reason;
            case PlannedAction.ComputeUnlessInputsComeOutEqual(Reason reason) -> reason;
            case PlannedAction.Skip(Reason reason) -> reason;
            case PlannedAction.Check _ -> null;
        };
    }

    private static Standing standing(PlannedStep step) {
        return switch (step.action()) {
            case PlannedAction.Compute(Reason.Missing _), PlannedAction.Compute(Reason.OnlyRejected _) -> Standing.MISSING;
            case PlannedAction.Compute _ -> Standing.STALE;
            case PlannedAction.ComputeUnlessInputsComeOutEqual _ -> Standing.UNDECIDED;
            case PlannedAction.Check _ -> Standing.UNCHECKED;
            case PlannedAction.Skip(Reason reason)
            when reason.isByCondition() -> Standing.SKIPPED;
            case PlannedAction.Skip _ -> Standing.BLOCKED;
        };
    }
}
