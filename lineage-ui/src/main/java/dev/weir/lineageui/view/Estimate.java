package dev.weir.lineageui.view;

import dev.weir.assets.AssetKey;
import dev.weir.materializer.plan.PlannedAction;
import dev.weir.materializer.plan.PlannedInput;
import dev.weir.materializer.plan.PlannedStep;
import dev.weir.materializer.plan.RunPlan;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How long a plan would take, told from earlier runs.
///
/// A step is taken to need the median of what the last computations of its asset needed, of whichever partition. The plan needs
/// as long as its longest chain of steps, or as all of them shared among those that may run at once, whichever is longer.
/// Steps that nothing is known of count nothing, and are counted; what is only checked is not known.
public final class Estimate {
    /// How many computations of an asset are looked at.
    public static final int LAST = 5;

    private final Map<AssetKey, Duration> medians = new HashMap<>();
    private final Map<AssetKey, Duration> chains = new HashMap<>();
    private Duration sum = Duration.ZERO;
    private Duration longest = Duration.ZERO;
    private int withoutHistory;
    private final int parallel;

    private Estimate(Map<AssetKey, List<Duration>> lately, int parallel) {
        this.parallel = parallel;
        lately.forEach((asset, took) -> medians.put(asset, median(took)));
    }

    /// @param lately what the last computations of each asset needed
    /// @param parallel how many steps may run at once
    public static Estimate of(RunPlan plan, Map<AssetKey, List<Duration>> lately, int parallel) {
        Estimate estimate = new Estimate(lately, parallel);
        plan.steps().forEach(estimate::add);
        return estimate;
    }

    private static Duration median(List<Duration> took) {
        return took.stream().sorted().toList().get((took.size() - 1) / 2);
    }

    // As all steps of an asset are taken to need the same, their chains are those of assets, but for an asset that reads itself.
    private void add(PlannedStep step) {
        AssetKey asset = step.target().asset();
        Optional<Duration> own = of(step);
        if (own.isEmpty()) {
            withoutHistory++;
        }
        Duration before = Duration.ZERO;
        for (PlannedInput input : step.inputs()) {
            before = later(before, chains.getOrDefault(input.dependency().upstream(), Duration.ZERO));
        }
        Duration chain = before.plus(own.orElse(Duration.ZERO));
        chains.merge(asset, chain, Estimate::later);
        longest = later(longest, chain);
        sum = sum.plus(own.orElse(Duration.ZERO));
    }

    private static Duration later(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    /// What one step needs, if something is known of it.
    public Optional<Duration> of(PlannedStep step) {
        return switch (step.action()) {
            case PlannedAction.Compute _, PlannedAction.ComputeUnlessInputsComeOutEqual _ ->
                Optional.ofNullable(medians.get(step.target().asset()));
            case PlannedAction.Check _ -> Optional.empty();
            case PlannedAction.Skip _ -> Optional.of(Duration.ZERO);
        };
    }

    public Duration duration() {
        return later(longest, sum.dividedBy(parallel));
    }

    /// How many steps nothing is known of.
    public int stepsWithoutHistory() {
        return withoutHistory;
    }
}
