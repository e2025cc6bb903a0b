package dev.weir.materializer.run;

import dev.weir.materializer.publish.StepResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Counts how the steps of a run ended.
final class Tally {

    private final List<StepResult.Failed> failed = new ArrayList<>();
    private final List<StepResult.Rejected> rejected = new ArrayList<>();
    private int published;
    private int skipped;
    private @Nullable RunStatus stopped;
    private @Nullable String problem;

    void count(StepResult result) {
        switch (result) {
            case StepResult.Published _ -> published++;
            case StepResult.Audited _ -> {}
            case StepResult.Skipped _, StepResult.Declined _ -> skipped++;
            case StepResult.Failed failure -> failed.add(failure);
            case StepResult.Rejected rejection -> rejected.add(rejection);
        }
    }

    void stopped(RunStatus status, String why) {
        stopped = status;
        problem = why;
    }

    RunReport report() {
        RunStatus status = failed.isEmpty() && rejected.isEmpty() ? RunStatus.SUCCEEDED : RunStatus.FAILED;
        return new RunReport(
                stopped != null ? stopped : status, published, skipped, failed, rejected, Optional.ofNullable(problem));
    }
}
