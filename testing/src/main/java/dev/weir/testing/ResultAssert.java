package dev.weir.testing;

import org.assertj.core.api.AbstractAssert;

/// Asserts how it came out.
public final class ResultAssert extends AbstractAssert<ResultAssert, TestResult> {

    ResultAssert(TestResult actual) {
        super(actual, ResultAssert.class);
    }

    /// All that was to be done ended well: published, or dropped because its inputs came out equal or a condition did not
    /// hold.
    public ResultAssert succeeded() {
        actual.problem().ifPresent(problem -> failWithMessage("The run did not come to its end: %s", problem));
        if (!actual.wrong().isEmpty()) {
            failWithMessage("Not all went well:%n  %s", String.join("\n  ", actual.wrong()));
        }
        return this;
    }

    /// There was nothing to do.
    public ResultAssert isUpToDate() {
        plan().isUpToDate();
        return this;
    }

    /// Just these were published, in any order, such as `daily_delays@2013-01-15`.
    public ResultAssert published(String... names) {
        WeirAssertions.assertThat(actual.published())
                .as("what was published")
                .extracting(target -> actual.plan().loaded().names().of(target))
                .containsExactlyInAnyOrder(names);
        return this;
    }

    /// One asset of it.
    ///
    /// @param partition need not be named where the asset has one partition, or only one was in the plan
    public AssetAssert asset(String name, String... partition) {
        return new AssetAssert(actual.asset(name, partition));
    }

    /// What was to be done.
    public PlanAssert plan() {
        return new PlanAssert(actual.plan());
    }
}
