package dev.weir.materializer.run;

import dev.weir.assets.spec.PoolName;
import dev.weir.materializer.publish.StepResult;
import dev.weir.materializer.version.AssetPartition;
import java.time.Duration;

/// Hears what a run does, in order, from one thread where nothing else is said. It must be quick and must not throw.
public interface RunListener {

    /// An attempt starts.
    default void started(AssetPartition target, int attempt) {}

    /// A step waits for room in its pool, which steps of other processes have. Told once for each attempt, before it starts.
    default void waiting(AssetPartition target, PoolName pool) {}

    /// An attempt failed and another follows after a pause.
    default void retrying(AssetPartition target, int failedAttempt, String problem, Duration pause) {}

    /// A step says something. Called by the thread that says it, unlike all else here.
    default void said(LogLine line) {}

    /// A step has ended and that is durable: if it was published, readers see it.
    default void ended(StepResult result) {}

    /// Hears nothing.
    RunListener SILENT = new RunListener() {};
}
