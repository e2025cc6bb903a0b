package dev.weir.materializer.publish;

/// What to do when the store did not say whether it committed.
@FunctionalInterface
public interface UnknownOutcome {

    /// Returns, after a pause, if the same group is to be offered again; throws to give up, which leaves everything as it
    /// is for recovery.
    ///
    /// @param attempt how often the group has been offered, from 1
    void retry(int attempt, RuntimeException failure);
}
