package dev.weir.cli.command;

import dev.weir.cli.argument.Arguments;
import dev.weir.cli.argument.Option;
import dev.weir.cli.argument.Syntax;
import dev.weir.cli.output.Screen;
import dev.weir.cli.run.Progress;
import dev.weir.cli.run.Recording;
import dev.weir.cli.run.Said;
import dev.weir.cli.wiring.Session;
import dev.weir.cli.wiring.Workspace;
import dev.weir.lineageui.view.Estimate;
import dev.weir.materializer.plan.RunPlan;
import dev.weir.materializer.run.Asked;
import dev.weir.materializer.run.RunReport;
import dev.weir.materializer.run.Runs;
import dev.weir.materializer.version.Names;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;

/// Runs a plan, and shows how far it has got.
///
/// @param arguments of the command that was typed
/// @param parallel how many steps may run at once; empty for what the project says
record Materializing(Session session, Arguments arguments, OptionalInt parallel) {

    static final Option VERBOSE = Option.toggle("-v", "Show also what steps log, as it happens");

    /// @param planning plans, and may be asked to again; called after recovery
    /// @param asked what is recorded as the request
    /// @param goesOn the command that does the rest where somebody interrupted it
    Materialized run(Supplier<RunPlan> planning, String asked, String goesOn) {
        long startedAt = System.nanoTime();
        Workspace workspace = session.workspace();
        workspace.definitions();
        workspace.prepareToWrite();
        RunPlan first = planning.get();
        PlanOptions.confirm(first, arguments);
        RunPlan plan = workspace.inTurn(first, planning, Asked.typed(asked));
        if (plan.steps().isEmpty()) {
            return new Materialized(plan, Optional.empty(), new PlanText(workspace.graph()), goesOn);
        }
        boolean json = arguments.has(Syntax.JSON);
        Screen screen = json ? session.context().console().err() : session.context().console().out();
        Names names = new Names(workspace.graph());
        Recording recording = new Recording(json);
        Duration expected = screen.isTerminal()
                ? Estimate.of(plan, workspace.runs(), workspace.parallel(parallel)).duration()
                : Duration.ZERO;
        try (Progress progress = new Progress(screen, names, plan.steps().size(), expected, said())) {
            recording.tell(progress);
            Runs.Handle handle = workspace.begin(plan, Asked.typed(asked), parallel, recording);
            session.context().interruption().watch(handle);
            RunReport report = handle.await();
            Duration took = Duration.ofNanos(System.nanoTime() - startedAt);
            return new Materialized(
                    plan,
                    Optional.of(new Materialized.Ended(
                            handle.id(),
                            report,
                            took,
                            progress.busy(),
                            session.context().interruption().isInterrupted(),
                            recording,
                            workspace.logOf(handle.id()))),
                    new PlanText(workspace.graph()),
                    goesOn);
        }
    }

    private Said said() {
        return arguments.has(VERBOSE) ? Said.ALL : Said.PRINTED;
    }
}
