package dev.weir.cli.server;

import dev.weir.cli.wiring.Session;
import dev.weir.cli.wiring.Workspace;
import dev.weir.lineageui.api.Launcher.Launch;
import dev.weir.lineageui.api.Launcher.Launched;
import dev.weir.materializer.plan.RunPlan;
import dev.weir.materializer.run.Asked;
import dev.weir.materializer.run.RunListener;
import dev.weir.materializer.run.Runs;
import dev.weir.materializer.version.RunId;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What `weir materialize` does, for somebody who does not wait for its end. It is run once, in a thread of its own; any
/// may cancel it.
final class LaunchedRun {
    /// For what has just ended, and is tidying up.
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Session server;
    private final Launch launch;
    private final Consumer<Launched> begun;
    private Runs.@Nullable Handle handle;
    private @Nullable String cancelled;

    /// @param server the session whose place this is
    /// @param begun told when the run is recorded, or need not be
    LaunchedRun(Session server, Launch launch, Consumer<Launched> begun) {
        this.server = server;
        this.launch = launch;
        this.begun = begun;
    }

    /// From the project, read anew as any command reads it, to the end of the run.
    void run() {
        Asked asked = new Asked(launch.body().commandLine(), launch.origin());
        try (Session own = server.beside(launch.body().assets().jobs())) {
            Workspace workspace = own.workspace();
            workspace.definitions();
            workspace.prepareToWrite();
            own.context().console().flush();
            RunPlan plan = workspace.inTurn(plan(own), () -> plan(own), PATIENCE);
            if (plan.steps().isEmpty()) {
                begun.accept(new Launched.NothingToDo(plan.notes()));
                return;
            }
            Runs.Handle handle = workspace.begin(plan, asked, OptionalInt.empty(), RunListener.SILENT);
            watch(handle);
            begun.accept(new Launched.Begun(handle.id(), plan.steps().size(), plan.notes()));
            handle.await();
        }
    }

    private RunPlan plan(Session own) {
        return own.workspace()
                .plan(launch.body().request(own.environment(), own.status(), own.context().clock().instant()));
    }

    private synchronized void watch(Runs.Handle recorded) {
        handle = recorded;
        if (cancelled != null) {
            recorded.cancel(cancelled);
        }
    }

    /// Empty until it is recorded.
    synchronized Optional<RunId> id() {
        return Optional.ofNullable(handle).map(Runs.Handle::id);
    }

    synchronized void cancel(String why) {
        cancelled = why;
        if (handle != null) {
            handle.cancel(why);
        }
    }

    synchronized Optional<String> exiting() {
        return Optional.ofNullable(handle).flatMap(Runs.Handle::exiting);
    }
}
