package dev.weir.lineageui.view;

import dev.weir.materializer.publish.SkipCause;
import dev.weir.materializer.run.Run;
import dev.weir.materializer.run.RunStatus;
import dev.weir.materializer.run.StepCounts;
import dev.weir.materializer.run.StepRecord;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/// The exit status that `weir materialize` has, or would have had, for a run.
public final class RunExit {
    private static final int DONE = 0;
    private static final int STEP_FAILED = 1;
    private static final int CHECK_FAILED = 3;
    private static final int REFUSED = 4;
    private static final int INTERRUPTED = 130;

    private RunExit() {}

    /// @param counts of its steps
    /// @param steps the first of them at least, those that the plan skipped among them; asked for only if these decide
    /// @return empty as long as the run has not ended
    public static Optional<Integer> of(Run run, StepCounts counts, Supplier<List<StepRecord>> steps) {
        return switch (run.status()) {
            case QUEUED, RUNNING -> Optional.empty();
            case CANCELED -> Optional.of(INTERRUPTED);
            case SUCCEEDED, FAILED -> Optional.of(ended(run, counts, steps));
        };
    }

    private static int ended(Run run, StepCounts counts, Supplier<List<StepRecord>> steps) {
        boolean rejected = counts.rejected() > 0;
        // Of a run that was cut short nobody knows what else it would have come to.
        if (counts.failed() > 0 || run.problem() != null || (run.status() == RunStatus.FAILED && !rejected)) {
            return STEP_FAILED;
        }
        if (rejected) {
            return CHECK_FAILED;
        }
        return counts.skipped() == 0 ? DONE : planned(steps.get());
    }

    private static int planned(List<StepRecord> steps) {
        Set<SkipCause> causes = EnumSet.noneOf(SkipCause.class);
        steps.stream().map(StepRecord::cause).filter(Objects::nonNull).forEach(causes::add);
        if (causes.contains(SkipCause.STANDING_REJECTION)) {
            return CHECK_FAILED;
        }
        return causes.contains(SkipCause.TAINTED_INPUT) ? REFUSED : DONE;
    }
}
