package dev.weir.materializer.step;

import dev.weir.checks.CheckKey;
import dev.weir.checks.CheckResult;
import dev.weir.checks.CheckResult.Label;
import dev.weir.checks.CheckSeverity;
import dev.weir.checks.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Makes verdicts of what the method of a check returned: one, or for a list one that sums it up under the name of the
/// check, and behind it one for each result, named after both.
final class CheckAnswer {

    private final String name;
    private final Verdicts verdicts;

    /// Makes the verdict of the check itself.
    @FunctionalInterface
    interface Verdicts {
        Verdict of(CheckResult result);
    }

    CheckAnswer(String name, Verdicts verdicts) {
        this.name = name;
        this.verdicts = verdicts;
    }

    /// @throws IllegalStateException if this is nothing that a check returns
    List<Verdict> verdicts(@Nullable Object answer) {
        return switch (answer) {
            case CheckResult result -> List.of(verdicts.of(result));
            case Boolean passed -> List.of(verdicts.of(CheckResult.of(passed)));
            case List<?> several -> several(several);
            case null, default ->
                throw new IllegalStateException(
                        "check %s returned %s; a check returns a CheckResult, a list of them, or a boolean"
                                .formatted(name, answer));
        };
    }

    private List<Verdict> several(List<?> answers) {
        List<Verdict> parts = new ArrayList<>(answers.size());
        Set<String> names = new HashSet<>();
        for (Object each : answers) {
            if (!(each instanceof CheckResult result)) {
                throw new IllegalStateException("check %s returned a list with %s in it".formatted(name, each));
            }
            Label label = result.label()
                    .orElseThrow(() -> new IllegalStateException(
                            ("check %s returned several results, one of them without a name: give it one, as with"
                                            + " CheckResult.of(…).named(\"origin\")")
                                    .formatted(name)));
            if (!names.add(label.name())) {
                throw new IllegalStateException(
                        "check %s returned two results named %s: call one of them something else with .named(…)"
                                .formatted(name, label.name()));
            }
            parts.add(part(result, label));
        }
        List<Verdict> all = new ArrayList<>(List.of(sum(parts)));
        all.addAll(parts);
        return all;
    }

    private Verdict part(CheckResult result, Label label) {
        Verdict own = verdicts.of(
                new CheckResult(result.passed(), result.severity(), result.metadata(), result.sample()));
        CheckKey key = new CheckKey(own.check().asset(), own.check().name() + "." + label.name());
        return new Verdict(key, own.digest(), own.severity(), label.description(), own.result(), Duration.ZERO);
    }

    private Verdict sum(List<Verdict> parts) {
        long failed = parts.stream().filter(part -> !part.result().passed()).count();
        CheckResult sum = CheckResult.of(failed == 0).with("results", (long) parts.size());
        if (failed == 0) {
            return verdicts.of(sum);
        }
        CheckSeverity severity =
                parts.stream().anyMatch(Verdict::blocks) ? CheckSeverity.ERROR : CheckSeverity.WARN;
        return verdicts.of(sum.with("failed", failed).severity(severity));
    }
}
