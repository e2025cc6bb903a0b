package dev.weir.cli.command;

import dev.weir.assets.problem.ProblemCode;
import dev.weir.assets.problem.WeirException;
import dev.weir.cli.output.Quantity;
import dev.weir.materializer.run.Run;
import dev.weir.materializer.run.RunStore;

/// A run of which is remembered what became of every step.
final class WholeRun {

    private WholeRun() {}

    /// @param wayOut what cannot be done, and what can
    /// @throws WeirException if some of it is forgotten
    static void require(Run run, RunStore runs, ProblemCode code, String wayOut) {
        long forgotten = runs.forgottenOf(run.id());
        if (run.status().isFinal() && forgotten > 0) {
            throw new WeirException(
                    code,
                    "What became of %s of run %s is forgotten, as retention: runs in weir.yaml says: %s"
                            .formatted(Quantity.of(forgotten, "step"), run.id(), wayOut));
        }
    }
}
