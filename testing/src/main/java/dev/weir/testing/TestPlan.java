package dev.weir.testing;

import dev.weir.materializer.plan.PlannedStep;
import dev.weir.materializer.plan.ReasonText;
import dev.weir.materializer.plan.RunPlan;
import dev.weir.materializer.version.AssetPartition;
import dev.weir.partitions.PartitionSet;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What would be done, or was to be done, with the reasons. Look at it with [WeirAssertions#assertThat(TestPlan)].
public final class TestPlan {

    private final Loaded loaded;
    private final RunPlan plan;
    private final Instant now;

    TestPlan(Loaded loaded, RunPlan plan, Instant now) {
        this.loaded = loaded;
        this.plan = plan;
        this.now = now;
    }

    /// The steps in order, such as `daily_delays@2013-01-15`.
    public List<String> steps() {
        return plan.steps().stream().map(step -> loaded.names().of(step.target())).toList();
    }

    /// The steps with what is done and why, such as `planes  compute: it has never been materialized`.
    public List<String> lines() {
        return plan.steps().stream()
                .map(step -> loaded.names().of(step.target()) + "  " + describe(step))
                .toList();
    }

    /// What else there is to say, such as of an asset whose partitions are coarser than the request.
    public List<String> notes() {
        return plan.notes();
    }

    String describe(PlannedStep step) {
        return new ReasonText(loaded.names()).describe(step.action());
    }

    Optional<PlannedStep> step(AssetPartition target) {
        return plan.steps().stream().filter(step -> step.target().equals(target)).findFirst();
    }

    /// What somebody means who names an asset and perhaps a partition: without one the only one that is planned.
    ///
    /// @throws dev.weir.assets.problem.WeirException if there is no such one, or more than one
    AssetPartition target(String name, String... partition) {
        int[] planned = plan.steps().stream()
                .map(PlannedStep::target)
                .filter(target -> target.asset().equals(loaded.asset(name).key()))
                .mapToInt(AssetPartition::ordinal)
                .toArray();
        Target asked = partition.length > 0 || planned.length == 0
                ? Target.parse(loaded, name, now, partition)
                : new Target(loaded.asset(name), PartitionSet.of(planned));
        return asked.one();
    }

    Loaded loaded() {
        return loaded;
    }

    @Override
    public String toString() {
        return steps().isEmpty() ? "nothing is to be done" : String.join("\n", lines());
    }
}
