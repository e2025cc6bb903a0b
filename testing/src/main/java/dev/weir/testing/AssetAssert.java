package dev.weir.testing;

import dev.weir.checks.Verdict;
import dev.weir.materializer.publish.StepResult;
import java.util.stream.Collectors;
import org.assertj.core.api.AbstractAssert;
import org.assertj.core.api.AbstractPathAssert;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ListAssert;
import org.assertj.core.api.ObjectAssert;

/// Asserts how the step of one asset partition ended, and what its version holds.
public final class AssetAssert extends AbstractAssert<AssetAssert, TestAsset> {

    AssetAssert(TestAsset actual) {
        super(actual, AssetAssert.class);
    }

    public AssetAssert isPublished() {
        return ended("be published", actual.result().filter(StepResult.Published.class::isInstance).isPresent());
    }

    /// A blocking check failed, so that readers still see what was there before.
    public AssetAssert isRejected() {
        return ended("be rejected", actual.result().filter(StepResult.Rejected.class::isInstance).isPresent());
    }

    /// Its method, or a check, threw.
    ///
    /// @param problem as `weir materialize` says it, such as `IllegalStateException: no such day`
    public AssetAssert hasFailed(String problem) {
        return ended(
                "fail: " + problem,
                actual.result().orElse(null) instanceof StepResult.Failed failed && failed.problem().equals(problem));
    }

    /// It did not run: something it reads cannot be had, or a condition does not hold.
    public AssetAssert isSkipped(String why) {
        return ended(
                "be skipped: " + why,
                actual.ended().equals("was skipped: " + why));
    }

    /// Nothing was to be done with it.
    public AssetAssert isUpToDate() {
        return ended("be up to date", actual.result().isEmpty() && actual.versionName().isPresent());
    }

    private AssetAssert ended(String how, boolean isSo) {
        if (!isSo) {
            failWithMessage("Expected %s to %s, but it %s", actual.name(), how, actual.ended());
        }
        return this;
    }

    /// Such as `daily_delays@2013-01-15#2`.
    public AssetAssert hasVersion(String name) {
        Assertions.assertThat(actual.versionName()).as("the version").contains(name);
        return this;
    }

    /// The rows, as this record, which may name fewer columns than there are; in the order in which they were written.
    public <R extends Record> ListAssert<R> rows(Class<R> rowType) {
        return Assertions.assertThat(actual.rows(rowType)).as("the rows of %s", actual.name());
    }

    /// The rows that `@Quarantine` put aside.
    public <R extends Record> ListAssert<R> rowsPutAside(Class<R> rowType) {
        return Assertions.assertThat(actual.rowsPutAside(rowType)).as("the rows put aside of %s", actual.name());
    }

    public AssetAssert hasRows(long count) {
        Assertions.assertThat(actual.version().content().rows())
                .as("how many rows %s has", actual.name())
                .isEqualTo(count);
        return this;
    }

    /// The small value.
    public <T> ObjectAssert<T> value(Class<T> type) {
        return Assertions.assertThatObject(actual.value(type)).as("the value of %s", actual.name());
    }

    /// The file or folder.
    public AbstractPathAssert<?> path() {
        return Assertions.assertThat(actual.path()).as("what %s is", actual.name());
    }

    /// Asserts a value of the metadata that its method gave with an `Output`, or that Weir added.
    public AssetAssert hasMetadata(String name, Object value) {
        Object found = actual.version().metadata().get(name);
        if (!value.equals(found instanceof Number number && value instanceof Integer ? (Object) number.intValue() : found)) {
            failWithMessage(
                    "Expected %s to have metadata %s=%s, but it has %s",
                    actual.name(), name, value, actual.version().metadata());
        }
        return this;
    }

    /// What its method wrote into its log.
    public ListAssert<String> lines() {
        return Assertions.assertThat(actual.lines()).as("the log of %s", actual.name());
    }

    /// The newest verdict of a check, such as `range_mean_delay`.
    public CheckAssert check(String name) {
        return new CheckAssert(actual.verdicts().stream()
                .filter(verdict -> verdict.check().name().equals(name))
                .reduce((_, newest) -> newest)
                .orElseThrow(() -> failure(
                        "%s has no verdict of a check %s; it has: %s",
                        actual.name(),
                        name,
                        actual.verdicts().stream()
                                .map(Verdict::check)
                                .map(check -> check.name())
                                .distinct()
                                .collect(Collectors.joining(", ")))));
    }
}
