package dev.weir.testing;

import dev.weir.materializer.plan.PlannedAction;
import dev.weir.materializer.plan.PlannedStep;
import dev.weir.materializer.plan.ReasonText;
import dev.weir.materializer.version.AssetPartition;
import java.util.Optional;
import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;

/// Asserts what a plan does with one asset partition. Reasons are as `weir plan` gives them.
public final class StepAssert extends AbstractAssert<StepAssert, TestPlan> {

    private final AssetPartition target;

    StepAssert(TestPlan actual, AssetPartition target) {
        super(actual, StepAssert.class);
        this.target = target;
    }

    public StepAssert isUpToDate() {
        return does("up to date", Optional.empty(), null);
    }

    public StepAssert isComputedBecause(String reason) {
        return does("compute", Optional.of(reason), PlannedAction.Compute.class);
    }

    /// It may turn out that nothing has to be done.
    public StepAssert isComputedUnlessInputsComeOutEqualBecause(String reason) {
        return does(
                "compute unless its inputs come out equal",
                Optional.of(reason),
                PlannedAction.ComputeUnlessInputsComeOutEqual.class);
    }

    public StepAssert isCheckedBecause(String reason) {
        return does("check", Optional.of(reason), PlannedAction.Check.class);
    }

    public StepAssert isSkippedBecause(String reason) {
        return does("skip", Optional.of(reason), PlannedAction.Skip.class);
    }

    private StepAssert does(
            String what, Optional<String> reason, @Nullable Class<? extends PlannedAction> type) {
        Optional<PlannedStep> step = actual.step(target);
        boolean isSo = type == null
                ? step.isEmpty()
                : step.map(PlannedStep::action).filter(type::isInstance).isPresent()
                        && step.map(each -> new ReasonText(actual.loaded().names()).because(each.action()))
                                .equals(reason);
        if (!isSo) {
            failWithMessage(
                    "Expected the plan to say of %s%n  %s%nbut it says%n  %s",
                    actual.loaded().names().of(target),
                    reason.map(because -> what + ": " + because).orElse(what),
                    step.map(actual::describe).orElse("up to date, or not asked for"));
        }
        return this;
    }
}
