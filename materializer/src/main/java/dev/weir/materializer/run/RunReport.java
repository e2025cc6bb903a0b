package dev.weir.materializer.run;

import dev.weir.materializer.publish.StepResult;
import java.util.List;
import java.util.Optional;

/// How a run ended.
///
/// @param published how many versions readers see that they did not see before
/// @param skipped how many steps did not run
/// @param failed the steps that failed, in the order they did
/// @param rejected the steps whose result did not pass its checks, in that order
/// @param problem why the run ended before its steps did, in one sentence
public record RunReport(
        RunStatus status,
        int published,
        int skipped,
        List<StepResult.Failed> failed,
        List<StepResult.Rejected> rejected,
        Optional<String> problem) {
    public RunReport {
        failed = List.copyOf(failed);
        rejected = List.copyOf(rejected);
    }

    /// The same, of a run that somebody else has ended: with the end and the reason that are recorded.
    RunReport endedAs(Run run) {
        return new RunReport(run.status(), published, skipped, failed, rejected, Optional.ofNullable(run.problem()));
    }
}
