package dev.weir.materializer.plan;

import dev.weir.materializer.version.AssetPartition;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntFunction;

/// What a plan does with assets that one call of a method makes: where one of them is computed, all of them are.
final class Together {

    private Together() {}

    static boolean isComputed(PlannedStep step) {
        return switch (step.action()) {
            case PlannedAction.Compute _, PlannedAction.ComputeUnlessInputsComeOutEqual _ -> true;
            case PlannedAction.Check _, PlannedAction.Skip _ -> false;
        };
    }

    /// For each partition that is computed of one of them, the step that makes the call necessary: rather one that is
    /// computed in any case.
    static SortedMap<Integer, PlannedStep> causes(List<List<PlannedStep>> ofAll) {
        SortedMap<Integer, PlannedStep> causes = new TreeMap<>();
        for (List<PlannedStep> steps : ofAll) {
            for (PlannedStep step : steps) {
                if (isComputed(step)) {
                    causes.merge(
                            step.target().ordinal(),
                            step,
                            (first, other) -> first.action() instanceof PlannedAction.Compute ? first
                                    : other.action() instanceof PlannedAction.Compute ? other : first);
                }
            }
        }
        return causes;
    }

    /// The steps of one of them with those that come along.
    static List<PlannedStep> joined(
            List<PlannedStep> own,
            SortedMap<Integer, PlannedStep> causes,
            IntFunction<AssetPartition> target,
            IntFunction<List<PlannedInput>> inputs) {
        SortedMap<Integer, PlannedStep> steps = new TreeMap<>();
        own.forEach(step -> steps.put(step.target().ordinal(), step));
        causes.forEach((ordinal, cause) -> {
            PlannedStep mine = steps.get(ordinal);
            if (mine == null || !isComputed(mine)) {
                steps.put(
                        ordinal, new PlannedStep(target.apply(ordinal), along(cause), inputs.apply(ordinal)));
            }
        });
        return new ArrayList<>(steps.values());
    }

    private static PlannedAction along(PlannedStep cause) {
        Reason reason = new Reason.TogetherWith(cause.target());
        return cause.action() instanceof PlannedAction.ComputeUnlessInputsComeOutEqual
                ? new PlannedAction.ComputeUnlessInputsComeOutEqual(reason)
                : new PlannedAction.Compute(reason);
    }
}
