package dev.weir.materializer.run;

import dev.weir.materializer.run.Runs.Identity;
import dev.weir.materializer.run.Runs.Order;
import dev.weir.materializer.version.RunId;

/// A run that is recorded and waits for its turn: this process says that it has not forgotten it, until it begins or this is
/// closed. Threads may share it.
public final class QueuedRun implements AutoCloseable {

    private final RunId id;
    private final RunStore runs;
    private final Identity identity;
    private final Heartbeat heartbeat;

    private QueuedRun(RunId id, int planned, RunStore runs, Identity identity) {
        this.id = id;
        this.runs = runs;
        this.identity = identity;
        heartbeat = new Heartbeat(
                identity.threads(),
                () -> {
                    boolean _ = runs.keepQueued(id, planned, identity.lease());
                },
                identity.heartbeat());
    }

    /// @throws LaunchedBeforeException if there is a run with its launch key
    public static QueuedRun of(Order order, RunStore runs, Identity identity) {
        RunId id = Runs.record(order, runs, identity);
        return new QueuedRun(id, order.plan().steps().size(), runs, identity);
    }

    public RunId id() {
        return id;
    }

    /// Ends it, if it has not begun.
    public void cancel(String why) {
        close();
        boolean _ = runs.cancel(id, identity.clock().instant(), why);
    }

    @Override
    public void close() {
        heartbeat.close();
    }
}
