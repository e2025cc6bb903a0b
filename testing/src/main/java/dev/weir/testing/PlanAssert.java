package dev.weir.testing;

import org.assertj.core.api.AbstractAssert;

/// Asserts what would be done, and why.
public final class PlanAssert extends AbstractAssert<PlanAssert, TestPlan> {

    PlanAssert(TestPlan actual) {
        super(actual, PlanAssert.class);
    }

    /// There is nothing to do.
    public PlanAssert isUpToDate() {
        if (!actual.steps().isEmpty()) {
            failWithMessage("Expected everything to be up to date, but there is to do:%n  %s", String.join("\n  ", actual.lines()));
        }
        return this;
    }

    /// Just these steps, in this order, such as `daily_delays@2013-01-15`.
    public PlanAssert hasSteps(String... names) {
        WeirAssertions.assertThat(actual.steps()).as("the steps of the plan").containsExactly(names);
        return this;
    }

    /// One asset of it.
    ///
    /// @param partition need not be named where the asset has one partition, or only one is in the plan
    public StepAssert of(String asset, String... partition) {
        return new StepAssert(actual, actual.target(asset, partition));
    }
}
