package dev.weir.materializer.step;

import dev.weir.checks.CheckResult;
import dev.weir.checks.Verdict;
import dev.weir.materializer.mask.Mask;
import dev.weir.materializer.run.StepOutcome;
import dev.weir.materializer.run.StepOutput;

/// What is recorded of an attempt, without the secrets that its code may have said. Its data stay as they are.
final class MaskedOutcome {

    private MaskedOutcome() {}

    static StepOutcome of(StepOutcome outcome, Mask mask) {
        return switch (outcome) {
            case StepOutput output ->
                new StepOutput(
                        output.content(),
                        output.data(),
                        mask.values(output.metadata()),
                        mask.values(output.tags()),
                        output.verdicts().stream().map(verdict -> of(verdict, mask)).toList());
            case StepOutcome.Declined(String why) -> new StepOutcome.Declined(mask.text(why));
            case StepOutcome.Together(var outcomes) ->
                new StepOutcome.Together(
                        outcomes.stream().map(each -> of(each, mask)).toList());
        };
    }

    private static Verdict of(Verdict verdict, Mask mask) {
        CheckResult said = verdict.result();
        CheckResult told = new CheckResult(
                said.passed(), said.severity(), mask.values(said.metadata()), said.sample(), said.label());
        return new Verdict(
                verdict.check(), verdict.digest(), verdict.severity(), mask.text(verdict.description()), told, verdict.took());
    }
}
