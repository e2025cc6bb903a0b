package dev.weir.cli.command;

import dev.weir.cli.argument.Arguments;
import dev.weir.cli.argument.Option;
import dev.weir.cli.argument.Syntax;
import dev.weir.cli.output.Answer;
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

/// `weir materialize`: computes what is missing or stale, checks it and publishes it.
final class MaterializeCommand implements Command {

    private static final String GOES_ON = "weir materialize";
    private static final Option VERBOSE = Option.toggle("-v", "Show also what steps log, as it happens");

    @Override
    public Syntax syntax() {
        return PlanOptions.add(Syntax.of(
                        "materialize",
                        "Computes what is missing or out of date, checks it and publishes it",
                        Selection.WORDS))
                .with(VERBOSE)
                .example("weir materialize --partition 2013-01-15")
                .example("weir materialize daily_delays --partition 2013-01-01..2013-01-31 --parallel 4");
    }

    @Override
    public Again again(Arguments arguments) {
        return arguments.has(PlanOptions.FORCE) ? Again.DOES_MORE : Again.GOES_ON;
    }

    @Override
    public Answer run(Arguments arguments, Session session) {
        long startedAt = System.nanoTime();
        OptionalInt parallel = PlanOptions.parallel(arguments);
        Workspace workspace = session.workspace();
        workspace.definitions();
        workspace.prepareToWrite();
        RunPlan asked = PlanOptions.plan(arguments, session);
        PlanOptions.confirm(asked, arguments);
        RunPlan plan = workspace.inTurn(asked, () -> PlanOptions.plan(arguments, session));
        if (plan.steps().isEmpty()) {
            return new Materialized(plan, Optional.empty(), new PlanText(workspace.graph()), GOES_ON);
        }
        boolean json = arguments.has(Syntax.JSON);
        Screen screen = json ? session.context().console().err() : session.context().console().out();
        Names names = new Names(workspace.graph());
        Recording recording = new Recording(json);
        Duration expected = screen.isTerminal() ? Estimate.of(plan, workspace.runs(), workspace.parallel(parallel)).duration() : Duration.ZERO;
        try (Progress progress = new Progress(screen, names, plan.steps().size(), expected, said(arguments))) {
            recording.tell(progress);
            Runs.Handle handle = workspace.begin(plan, asked(session), parallel, recording);
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
                    GOES_ON);
        }
    }

    private static Said said(Arguments arguments) {
        return arguments.has(VERBOSE) ? Said.ALL : Said.PRINTED;
    }

    private static Asked asked(Session session) {
        return Asked.typed("weir " + String.join(" ", session.words()));
    }
}
