package dev.weir.cli.server;

import dev.weir.assets.problem.ProblemCode;
import dev.weir.assets.problem.WeirException;
import dev.weir.cli.run.InterruptedWaiting;
import dev.weir.cli.run.Interruption;
import dev.weir.cli.wiring.Session;
import dev.weir.cli.wiring.Workspace;
import dev.weir.lineageui.api.Launcher.Launch;
import dev.weir.lineageui.api.Launcher.Launched;
import dev.weir.materializer.plan.Definitions;
import dev.weir.materializer.plan.RunPlan;
import dev.weir.materializer.publish.RunLostException;
import dev.weir.materializer.run.Asked;
import dev.weir.materializer.run.DefinitionSnapshot;
import dev.weir.materializer.run.QueuedRun;
import dev.weir.materializer.run.RunListener;
import dev.weir.materializer.run.Runs;
import dev.weir.materializer.version.RunId;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What `weir materialize` does, for somebody who does not wait for its end. It is run once, in a thread of its own; any
/// may cancel it.
///
/// Where another run is at some of what it would do, its run is recorded as queued meanwhile.
final class LaunchedRun {
    private final Session server;
    private final Launch launch;
    private final Runnable changed;
    private final Consumer<Launched> begun;
    private @Nullable Interruption interruption;
    private @Nullable QueuedRun queued;
    private Workspace.@Nullable WaitedFor obstacle;
    private Runs.@Nullable Handle handle;
    private @Nullable String cancelled;

    /// @param server the session whose place this is
    /// @param changed called if the project is not as it was planned
    /// @param begun told when the run is recorded, or need not be; what it is told later does not count
    LaunchedRun(Session server, Launch launch, Runnable changed, Consumer<Launched> begun) {
        this.server = server;
        this.launch = launch;
        this.changed = changed;
        this.begun = begun;
    }

    /// From the project, read anew as any command reads it, to the end of the run.
    void run() {
        try (Session own = server.beside(launch.body().assets().jobs())) {
            watch(own.context().interruption());
            runToItsEnd(own);
        }
    }

    // Says why a run has not begun before the session is closed, which does not know.
    private void runToItsEnd(Session own) {
        try {
            run(own);
        } catch (InterruptedWaiting _) {
            endWaiting(String.valueOf(cancelled));
        } catch (RunLostException cancelledByOthers) {
            endWaiting(String.valueOf(cancelledByOthers.getMessage()));
        } catch (WeirException wrong) {
            if (!endQueued(String.valueOf(wrong.getMessage()))) {
                throw wrong;
            }
        } catch (RuntimeException | Error fault) {
            boolean _ = endQueued(String.valueOf(fault.getMessage()));
            throw fault;
        }
    }

    // Who launched it still waits for an answer if it was not told yet that the run is queued.
    private void endWaiting(String why) {
        if (!endQueued(why) && id().isEmpty()) {
            throw new WeirException(
                    ProblemCode.LAUNCH_REFUSED, "Nothing was launched: %s. Launch again.".formatted(why));
        }
    }

    private void run(Session own) {
        Asked asked = new Asked(launch.body().commandLine(), launch.origin());
        Workspace workspace = own.workspace();
        requireAsPlanned(workspace.definitions());
        workspace.prepareToWrite();
        own.context().console().flush();
        RunPlan first = plan(own);
        RunPlan plan = workspace.inTurn(first, () -> plan(own), asked, (waiting, other) -> waitFor(waiting, other, first));
        if (plan.steps().isEmpty()) {
            begun.accept(new Launched.NothingToDo(plan.notes()));
            return;
        }
        Runs.Handle recorded = workspace.begin(plan, asked, OptionalInt.empty(), RunListener.SILENT);
        watch(recorded);
        begun.accept(new Launched.Begun(recorded.id(), plan.steps().size(), plan.notes()));
        recorded.await();
    }

    // Jobs bring configuration of their own, which no plan of a page knows.
    private void requireAsPlanned(Definitions now) {
        boolean asPlanned = launch.planned().isEmpty()
                || !launch.body().assets().jobs().isEmpty()
                || launch.planned().get().equals(DefinitionSnapshot.of(now).digest().toString());
        if (!asPlanned) {
            changed.run();
            throw new WeirException(
                    ProblemCode.LAUNCH_REFUSED,
                    "The project has changed since this was planned: look at the plan as it is now, and launch again.");
        }
    }

    private void waitFor(QueuedRun waiting, Workspace.WaitedFor other, RunPlan plan) {
        synchronized (this) {
            queued = waiting;
            obstacle = other;
        }
        begun.accept(new Launched.Queued(waiting.id(), plan.steps().size(), plan.notes(), other.run()));
    }

    private RunPlan plan(Session own) {
        return own.workspace()
                .plan(launch.body().request(own.environment(), own.status(), own.context().clock().instant()));
    }

    private synchronized void watch(Interruption ofTheWaiting) {
        interruption = ofTheWaiting;
        if (cancelled != null) {
            ofTheWaiting.interrupt();
        }
    }

    private synchronized void watch(Runs.Handle recorded) {
        handle = recorded;
        if (cancelled != null) {
            recorded.cancel(cancelled);
        }
    }

    /// @return whether it was recorded, and had not begun
    private synchronized boolean endQueued(String why) {
        if (queued == null || handle != null) {
            return false;
        }
        queued.cancel(why);
        return true;
    }

    /// Empty until it is recorded.
    synchronized Optional<RunId> id() {
        return handle != null ? Optional.of(handle.id()) : Optional.ofNullable(queued).map(QueuedRun::id);
    }

    /// The run that it waits for, if it does and that is known.
    synchronized Optional<RunId> waitsFor() {
        return handle != null ? Optional.empty() : Optional.ofNullable(obstacle).flatMap(Workspace.WaitedFor::run);
    }

    synchronized void cancel(String why) {
        cancelled = why;
        if (handle != null) {
            handle.cancel(why);
        } else if (interruption != null) {
            interruption.interrupt();
        }
    }

    synchronized Optional<String> exiting() {
        return Optional.ofNullable(handle).flatMap(Runs.Handle::exiting);
    }
}
