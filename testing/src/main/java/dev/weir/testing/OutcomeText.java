package dev.weir.testing;

import dev.weir.checks.Verdict;
import dev.weir.materializer.publish.StepResult;
import dev.weir.materializer.version.Names;
import java.util.List;
import java.util.stream.Collectors;

/// How a step ended, in words.
final class OutcomeText {

    private OutcomeText() {}

    static String of(StepResult result, Names names) {
        return names.of(result.target()) + " " + ended(result);
    }

    /// The half of the sentence that goes after the name.
    static String ended(StepResult result) {
        return switch (result) {
            case StepResult.Published _ -> "was published";
            case StepResult.Rejected rejected -> "was rejected by its checks:" + blocking(rejected.verdicts());
            case StepResult.Failed failed -> "failed: " + failed.problem();
            case StepResult.Skipped skipped -> "was skipped: " + skipped.why();
            case StepResult.Declined declined -> "was skipped: " + declined.skip().why();
            case StepResult.Audited audited ->
                audited.taint().isEmpty()
                        ? "passed its checks"
                        : "did not pass its checks:" + blocking(audited.verdicts());
        };
    }

    private static String blocking(List<Verdict> verdicts) {
        return verdicts.stream()
                .filter(Verdict::blocks)
                .map(verdict -> "\n  " + of(verdict))
                .collect(Collectors.joining());
    }

    /// Such as `range_mean_delay failed: mean_delay lies from -60 to 1440; found outside=2`.
    static String of(Verdict verdict) {
        String found = verdict.result().metadata().entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue())
                .collect(Collectors.joining(", "));
        return verdict.check().name()
                + (verdict.result().passed() ? " passed" : " failed")
                + (verdict.description().isEmpty() ? "" : ": " + verdict.description())
                + (found.isEmpty() ? "" : "; found " + found);
    }
}
