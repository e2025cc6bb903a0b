package dev.weir.cli.command;

import dev.weir.assets.problem.Problem;
import dev.weir.assets.problem.ProblemCode;
import dev.weir.assets.problem.WeirException;
import dev.weir.cli.argument.Arguments;
import dev.weir.cli.argument.Option;
import dev.weir.cli.argument.Syntax;
import dev.weir.cli.wiring.Session;
import dev.weir.materializer.plan.Force;
import dev.weir.materializer.plan.RunPlan;
import dev.weir.materializer.plan.RunRequest;
import dev.weir.materializer.plan.Upstreams;
import dev.weir.partitions.PartitionRequest;
import java.util.List;
import java.util.OptionalInt;

/// The options that say what is to be planned, the same for `plan` and `materialize`.
final class PlanOptions {
    private static final Option PARTITION = Option.values(
            "--partition",
            "KEY",
            "Which partitions: a key, A..B, latest or missing; may stand many times; by default all");
    private static final Option ONLY =
            Option.toggle("--only", "Exactly the selection; refuse if an input of it is missing");
    static final Option FORCE = Option.toggle("--force", "Compute the selection whatever its state");
    static final Option PARALLEL =
            Option.value("--parallel", "N", "How many steps may run at once; by default as weir.yaml says");
    static final Option YES = Option.toggle("--yes", "Do not stop at more than 10,000 steps");
    private static final int MOST_STEPS = 10_000;

    private PlanOptions() {}

    static Syntax add(Syntax syntax) {
        return syntax.with(PARTITION, ONLY, FORCE, Syntax.CONFIG, PARALLEL, YES);
    }

    /// Those that make sense where nothing is computed.
    static Syntax addForChecks(Syntax syntax) {
        return syntax.with(PARTITION, Syntax.CONFIG, PARALLEL, YES);
    }

    /// @throws WeirException if it cannot be planned
    static RunPlan plan(Arguments arguments, Session session) {
        return session.workspace().plan(request(arguments, session));
    }

    static RunRequest request(Arguments arguments, Session session) {
        RunRequest request = RunRequest.of(
                        session.environment(),
                        Selection.of(arguments, session),
                        session.context().clock().instant())
                .partitions(arguments.values(PARTITION).stream()
                        .map(PartitionRequest::parse)
                        .toList());
        if (arguments.has(ONLY)) {
            request = request.with(Upstreams.SELECTION_ONLY);
        }
        return arguments.has(FORCE) ? request.with(Force.SELECTED) : request;
    }

    static OptionalInt parallel(Arguments arguments) {
        if (arguments.value(PARALLEL).isEmpty()) {
            return OptionalInt.empty();
        }
        String text = arguments.value(PARALLEL).get();
        if (!text.matches("[1-9][0-9]{0,5}")) {
            throw new WeirException(
                    ProblemCode.USAGE, "--parallel is '%s': write how many steps may run at once, 1 or more.".formatted(text));
        }
        return OptionalInt.of(Integer.parseInt(text));
    }

    /// @throws WeirException if the plan is so large that somebody should have said yes to it
    static void confirm(RunPlan plan, Arguments arguments) {
        if (plan.steps().size() > MOST_STEPS && !arguments.has(YES)) {
            throw new WeirException(List.of(Problem.of(
                    ProblemCode.CONFIRMATION_NEEDED,
                    "This plan has %,d steps. Add --yes to run them all, or choose fewer with a selection or --partition; weir plan shows them."
                            .formatted(plan.steps().size()))));
        }
    }
}
