package dev.weir.materializer.step;

import dev.weir.materializer.run.StepTask;

/// Somewhere that steps can run: makes what an asset gives, and stages it. Checks and publishing are never its business.
/// Called by many threads at once, which may be interrupted.
@FunctionalInterface
public interface Place {

    /// @throws Exception whatever went wrong; the message is shown to people
    Made make(StepTask task) throws Exception;
}
