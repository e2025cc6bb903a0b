package dev.weir.materializer.run;

/// How a step of a run ended. A step that has not ended has no record yet: it is in the run's plan, and a process that
/// dies leaves nothing to mend.
public enum StepState {
    SUCCEEDED,
    REJECTED,
    FAILED,
    SKIPPED
}
