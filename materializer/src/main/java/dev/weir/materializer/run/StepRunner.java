package dev.weir.materializer.run;

/// Computes one attempt of a step: reads its inputs, calls the author's code, stages what it gives, and checks that.
/// Called by many threads at once, which may be interrupted.
@FunctionalInterface
public interface StepRunner {

    /// @throws Exception whatever went wrong; the message is shown to people
    StepOutcome run(StepTask task) throws Exception;
}
