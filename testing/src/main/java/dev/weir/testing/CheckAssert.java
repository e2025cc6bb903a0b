package dev.weir.testing;

import dev.weir.checks.CheckSeverity;
import dev.weir.checks.Verdict;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.AbstractAssert;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ListAssert;

/// Asserts the verdict of one check on one version.
public final class CheckAssert extends AbstractAssert<CheckAssert, Verdict> {

    CheckAssert(Verdict actual) {
        super(actual, CheckAssert.class);
    }

    public CheckAssert passed() {
        return is("pass", actual.result().passed());
    }

    public CheckAssert failed() {
        return is("fail", !actual.result().passed());
    }

    private CheckAssert is(String what, boolean isSo) {
        if (!isSo) {
            failWithMessage("Expected the check to %s, but %s", what, OutcomeText.of(actual));
        }
        return this;
    }

    /// What holds when it passes.
    public CheckAssert hasDescription(String description) {
        Assertions.assertThat(actual.description()).as("the description of %s", actual.check()).isEqualTo(description);
        return this;
    }

    public CheckAssert hasSeverity(CheckSeverity severity) {
        Assertions.assertThat(actual.severity()).as("the severity of %s", actual.check()).isEqualTo(severity);
        return this;
    }

    /// Something that it found, such as `airports`.
    public CheckAssert found(String name, Object value) {
        Assertions.assertThat(actual.result().metadata())
                .as("what %s found", actual.check())
                .containsEntry(name, value);
        return this;
    }

    /// Some of the rows that are wrong, each as text by column.
    public ListAssert<Map<String, String>> sample() {
        List<Map<String, String>> sample = actual.result().sample();
        return Assertions.assertThat(sample).as("rows that %s found wrong", actual.check());
    }
}
