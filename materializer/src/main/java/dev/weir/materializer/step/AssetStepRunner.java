package dev.weir.materializer.step;

import dev.weir.assets.problem.WeirException;
import dev.weir.materializer.plan.Definitions;
import dev.weir.materializer.run.OutsideFailure;
import dev.weir.materializer.run.StepOutcome;
import dev.weir.materializer.run.StepRunner;
import dev.weir.materializer.run.StepTask;
import dev.weir.materializer.value.TableScope;
import dev.weir.materializer.version.EnvironmentName;
import dev.weir.materializer.version.VersionStore;
import dev.weir.materializer.warehouse.ObjectStore;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.InstantSource;
import java.util.concurrent.CancellationException;

/// Runs the steps of a project: the methods and queries that its classes declare. Threads may share it.
public final class AssetStepRunner implements StepRunner {

    private final Surroundings surroundings;

    /// @param clock says how old data is
    /// @param logs where the lines go that a step writes
    public AssetStepRunner(
            UserCode code,
            Definitions definitions,
            ObjectStore objects,
            VersionStore versions,
            EnvironmentName environment,
            InstantSource clock,
            StepLogging logs,
            Outside outside) {
        surroundings = new Surroundings(
                code,
                definitions,
                objects,
                versions,
                environment,
                clock,
                logs,
                outside,
                new VersionValues(definitions, objects, Tables::reader));
    }

    /// What the steps of a run share.
    record Surroundings(
            UserCode code,
            Definitions definitions,
            ObjectStore objects,
            VersionStore versions,
            EnvironmentName environment,
            InstantSource clock,
            StepLogging logs,
            Outside outside,
            VersionValues values) {}

    @Override
    public StepOutcome run(StepTask task) throws Exception {
        try (StepLogging.Capture _ = surroundings.logs().capture(task);
                TableScope scope = new TableScope()) {
            return task.siblings().isEmpty()
                    ? new StepAttempt(surroundings, task, scope).run()
                    : new AttemptTogether(surroundings, task, scope).run();
        } catch (WeirException | OutsideFailure | InterruptedException | CancellationException known) {
            throw known;
        } catch (Exception | Error failure) {
            log(task, failure);
            throw failure;
        }
    }

    private void log(StepTask task, Throwable failure) {
        try {
            surroundings.logs().thrown(task, traceOf(failure));
        } catch (RuntimeException unwritable) {
            // What went wrong first is what counts.
            failure.addSuppressed(unwritable);
        }
    }

    private static String traceOf(Throwable failure) {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return text.toString().stripTrailing();
    }
}
