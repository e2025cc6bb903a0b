package dev.weir.materializer.run;

/// Computes one attempt of a step: reads its inputs, calls the author's code, stages what it gives, and checks that.
/// Called by many threads at once, which may be interrupted.
@FunctionalInterface
public interface StepRunner {

    /// @throws Exception whatever went wrong; what [#describe] makes of it is shown to people
    StepOutcome run(StepTask task) throws Exception;

    /// One sentence about what an attempt threw, for people.
    default String describe(Throwable failure) {
        return FailureText.of(failure);
    }
}
