package dev.weir.lineageui.view;

import dev.weir.assets.AssetKey;
import dev.weir.materializer.plan.PlannedAction;
import dev.weir.materializer.plan.PlannedStep;
import dev.weir.materializer.plan.Reason;
import dev.weir.materializer.plan.RunPlan;
import dev.weir.partitions.PartitionSet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A plan as people read it: steps of one asset with one action for one kind of reason are one line.
public record PlanView(List<Line> lines) {
    public PlanView {
        lines = List.copyOf(lines);
    }

    /// @param first the action of the first of the partitions; that of the others may differ in what it names
    public record Line(AssetKey asset, PartitionSet partitions, PlannedAction first, Likeness likeness) {}

    /// Whether the actions of a line are the same in every word.
    public enum Likeness {
        SAME,
        ALIKE
    }

    public static PlanView of(RunPlan plan) {
        Map<Object, List<PlannedStep>> groups = new LinkedHashMap<>();
        for (PlannedStep step : plan.steps()) {
            groups.computeIfAbsent(groupOf(step), _ -> new ArrayList<>()).add(step);
        }
        return new PlanView(groups.values().stream().map(PlanView::line).toList());
    }

    private static Line line(List<PlannedStep> steps) {
        PlannedAction first = steps.getFirst().action();
        boolean same = steps.stream().allMatch(step -> isSame(step.action(), first));
        return new Line(
                steps.getFirst().target().asset(),
                PartitionSet.of(steps.stream().mapToInt(step -> step.target().ordinal())),
                first,
                same ? Likeness.SAME : Likeness.ALIKE);
    }

    // Of the versions that are checked nothing is said.
    private static boolean isSame(PlannedAction action, PlannedAction first) {
        return action.equals(first)
                || (action instanceof PlannedAction.Check check
                        && first instanceof PlannedAction.Check other
                        && check.changed().equals(other.changed()));
    }

    private record Group(AssetKey asset, Class<?> action, Object reason) {}

    private static Group groupOf(PlannedStep step) {
        AssetKey asset = step.target().asset();
        PlannedAction action = step.action();
        return switch (action) {
            case PlannedAction.Compute(Reason reason) -> new Group(asset, action.getClass(), kindOf(reason));
            case PlannedAction.ComputeUnlessInputsComeOutEqual(Reason reason) ->
                new Group(asset, action.getClass(), kindOf(reason));
            case PlannedAction.Check check -> new Group(asset, action.getClass(), check.changed());
            case PlannedAction.Skip(Reason reason) -> new Group(asset, action.getClass(), kindOf(reason));
        };
    }

    // What names a single partition or version differs from step to step; the rest must be the same to share a line.
    private static Object kindOf(Reason reason) {
        return switch (reason) {
            case Reason.InputChanged changed -> changed.input().asset();
            case Reason.InputPlanned planned -> List.of(planned.input().asset());
            case Reason.TogetherWith together -> List.of(together.getClass(), together.sibling().asset());
            case Reason.SiblingHeld held -> List.of(held.getClass(), held.sibling().asset());
            case Reason.InputTainted tainted -> List.of(tainted.input().asset(), tainted.why());
            case Reason.Blocked blocked -> List.of(blocked.input().asset(), blocked.why());
            case Reason.InputSkipped skipped -> List.of(skipped.input().asset(), skipped.why());
            case Reason.RejectionStands stands -> stands.getClass();
            case Reason.OnlyRejected rejected -> List.of(rejected.getClass(), rejected.by());
            case Reason.ChangedOutside changed -> changed.getClass();
            case Reason.PartitionsChanged changed -> List.of(changed.getClass(), changed.asset());
            case Reason.Missing _,
                    Reason.Forced _,
                    Reason.Unseen _,
                    Reason.NothingToRead _,
                    Reason.ConditionStands _,
                    Reason.Imported _,
                    Reason.CodeChanged _,
                    Reason.ConfigChanged _,
                    Reason.DependenciesChanged _ -> reason;
        };
    }
}
