package dev.weir.materializer.plan;

import dev.weir.assets.graph.AssetChange;
import dev.weir.partitions.PartitionSet;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What a plan comes to for one partition that is not up to date.
public enum Outcome {
    /// It is computed, as it was never made.
    MISSING,
    /// It is computed, as its code is another.
    CODE,
    /// It is computed, as its configuration is another.
    CONFIG,
    /// It is computed, as what it reads is another, or may be.
    INPUTS,
    /// It is computed for another reason, such as what is made together with it.
    OTHERWISE,
    /// It would be computed, and cannot be.
    BLOCKED,
    /// A condition keeps it from being computed.
    UNMET;

    /// Empty for what is only checked.
    public static Optional<Outcome> of(PlannedAction action) {
        return switch (action) {
            case PlannedAction.Compute(Reason reason) -> Optional.of(of(reason));
            case PlannedAction.ComputeUnlessInputsComeOutEqual(Reason reason) -> Optional.of(of(reason));
            case PlannedAction.Skip(Reason reason) -> Optional.of(reason.isByCondition() ? UNMET : BLOCKED);
            case PlannedAction.Check _ -> Optional.empty();
        };
    }

    /// What becomes of a partition that such a change has put out of date.
    public static Outcome of(AssetChange change) {
        return switch (change) {
            case CODE -> CODE;
            case CONFIG -> CONFIG;
            case INPUTS -> INPUTS;
        };
    }

    private static Outcome of(Reason reason) {
        return switch (reason) {
            case Reason.Missing _, Reason.OnlyRejected _ -> MISSING;
            case Reason.CodeChanged _ -> CODE;
            case Reason.ConfigChanged _ -> CONFIG;
            case Reason.ChangedOutside _,
                    Reason.DependenciesChanged _,
                    Reason.PartitionsChanged _,
                    Reason.InputChanged _,
                    Reason.InputPlanned _ -> INPUTS;
            case Reason.Forced _,
                    Reason.Imported _,
                    Reason.Unseen _,
                    Reason.TogetherWith _,
                    Reason.SiblingHeld _,
                    Reason.RejectionStands _,
                    Reason.InputTainted _,
                    Reason.ConditionStands _,
                    Reason.InputSkipped _,
                    Reason.NothingToRead _,
                    Reason.Blocked _ -> OTHERWISE;
        };
    }

    /// The partitions of one asset by what becomes of them.
    ///
    /// @param missing those that have no steps, and are computed as they were never made
    static Map<Outcome, PartitionSet> sets(List<PlannedStep> steps, PartitionSet missing) {
        Map<Outcome, int[]> ordinals = new TreeMap<>();
        Map<Outcome, Integer> counts = new TreeMap<>();
        for (PlannedStep step : steps) {
            of(step.action()).ifPresent(outcome -> {
                int[] all = ordinals.computeIfAbsent(outcome, _ -> new int[steps.size()]);
                all[counts.merge(outcome, 1, Integer::sum) - 1] = step.target().ordinal();
            });
        }
        Map<Outcome, PartitionSet> sets = new EnumMap<>(Outcome.class);
        ordinals.forEach((outcome, all) ->
                sets.put(outcome, PartitionSet.of(Arrays.copyOf(all, counts.getOrDefault(outcome, 0)))));
        if (!missing.isEmpty()) {
            sets.merge(MISSING, missing, PartitionSet::union);
        }
        return sets;
    }
}
