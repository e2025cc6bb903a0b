package dev.weir.lineageui.view;

import dev.weir.assets.AssetKey;
import dev.weir.materializer.plan.PlannedAction;
import dev.weir.materializer.plan.PlannedInput;
import dev.weir.materializer.plan.PlannedStep;
import dev.weir.materializer.plan.RunPlan;
import dev.weir.materializer.run.RunStore;
import dev.weir.materializer.run.Spent;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// How long a plan would take and how much it would write, told from earlier runs.
///
/// A step is taken to need the median of what the last computations of its asset needed, of whichever partition. The plan needs
/// as long as its longest chain of steps, or as all of them shared among those that may run at once, whichever is longer.
/// The bytes are the sum of such medians. Steps that nothing is known of count nothing, and are counted; what is only checked
/// is not known.
public final class Estimate {
    private static final Spent NOTHING = new Spent(Duration.ZERO, 0);

    private final Map<AssetKey, Spent> medians = new HashMap<>();
    private final Map<AssetKey, Duration> chains = new HashMap<>();
    private Duration sum = Duration.ZERO;
    private Duration longest = Duration.ZERO;
    private long bytes;
    private int known;
    private int withoutHistory;
    private final int parallel;

    private Estimate(Map<AssetKey, List<Spent>> lately, int parallel) {
        this.parallel = parallel;
        lately.forEach((asset, spent) -> medians.put(asset, median(spent)));
    }

    /// @param runs what it is told from
    /// @param parallel how many steps may run at once
    public static Estimate of(RunPlan plan, RunStore runs, int parallel) {
        return of(plan, plan.steps().isEmpty() ? Map.of() : runs.spentLately(Spent.LOOKED_AT), parallel);
    }

    static Estimate of(RunPlan plan, Map<AssetKey, List<Spent>> lately, int parallel) {
        Estimate estimate = new Estimate(lately, parallel);
        plan.steps().forEach(estimate::add);
        return estimate;
    }

    private static Spent median(List<Spent> spent) {
        return new Spent(
                median(spent.stream().map(Spent::took)), median(spent.stream().map(Spent::bytes)));
    }

    private static <T extends Comparable<T>> T median(Stream<T> values) {
        List<T> sorted = values.sorted().toList();
        return sorted.get((sorted.size() - 1) / 2);
    }

    // As all steps of an asset are taken to need the same, their chains are those of assets, but for an asset that reads itself.
    private void add(PlannedStep step) {
        AssetKey asset = step.target().asset();
        Optional<Spent> own = spent(step);
        if (own.isEmpty()) {
            withoutHistory++;
        } else if (!(step.action() instanceof PlannedAction.Skip)) {
            known++;
        }
        Duration took = own.map(Spent::took).orElse(Duration.ZERO);
        Duration before = Duration.ZERO;
        for (PlannedInput input : step.inputs()) {
            before = later(before, chains.getOrDefault(input.dependency().upstream(), Duration.ZERO));
        }
        Duration chain = before.plus(took);
        chains.merge(asset, chain, Estimate::later);
        longest = later(longest, chain);
        sum = sum.plus(took);
        bytes += own.map(Spent::bytes).orElse(0L);
    }

    private static Duration later(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    /// How long one step takes, if something is known of it.
    public Optional<Duration> of(PlannedStep step) {
        return spent(step).map(Spent::took);
    }

    private Optional<Spent> spent(PlannedStep step) {
        return switch (step.action()) {
            case PlannedAction.Compute _, PlannedAction.ComputeUnlessInputsComeOutEqual _ ->
                Optional.ofNullable(medians.get(step.target().asset()));
            case PlannedAction.Check _ -> Optional.empty();
            case PlannedAction.Skip _ -> Optional.of(NOTHING);
        };
    }

    public Duration duration() {
        return later(longest, sum.dividedBy(parallel));
    }

    /// What it would write, without what nothing is known of.
    public long bytes() {
        return bytes;
    }

    /// Whether something is known of any step that is computed.
    public boolean isKnown() {
        return known > 0;
    }

    /// How many steps nothing is known of.
    public int stepsWithoutHistory() {
        return withoutHistory;
    }
}
