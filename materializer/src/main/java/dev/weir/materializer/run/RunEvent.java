package dev.weir.materializer.run;

import dev.weir.materializer.publish.Committer;

/// What happens to a run while its coordinator waits.
sealed interface RunEvent {

    /// An attempt gave a result that passed, or was rejected by, its checks; or its condition did not hold.
    record Computed(StepTask task, StepOutcome outcome) implements RunEvent {}

    /// An attempt threw, or took too long.
    record AttemptFailed(StepTask task, Throwable failure) implements RunEvent {}

    /// The pause before a retry is over, or there may be room for a step in its pool.
    record RetryDue(int place) implements RunEvent {}

    /// A step waits for room in its pool, which those of other processes have.
    record PoolFull(int place) implements RunEvent {}

    /// It cannot be known any more who is in a pool.
    record PoolsLost(Throwable failure) implements RunEvent {}

    /// A group is durable, or what of it was refused.
    record GroupCommitted(Committer.Receipt receipt) implements RunEvent {}

    /// Nothing more can be committed.
    record CommitsEnded(Throwable failure) implements RunEvent {}

    /// Somebody wants the run to stop.
    record CancelAsked(String why) implements RunEvent {}

    /// Attempts that were interrupted have had their time to end.
    record PatienceOver() implements RunEvent {}
}
