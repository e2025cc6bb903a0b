package dev.weir.materializer.step;

import dev.weir.assets.problem.WeirException;
import dev.weir.materializer.mask.Mask;
import dev.weir.materializer.mask.TraceText;
import dev.weir.materializer.plan.Definitions;
import dev.weir.materializer.run.FailureText;
import dev.weir.materializer.run.OutsideFailure;
import dev.weir.materializer.run.StepOutcome;
import dev.weir.materializer.run.StepRunner;
import dev.weir.materializer.run.StepTask;
import dev.weir.materializer.value.TableScope;
import dev.weir.materializer.version.EnvironmentName;
import dev.weir.materializer.version.VersionStore;
import dev.weir.materializer.warehouse.ObjectStore;
import java.time.InstantSource;
import java.util.concurrent.CancellationException;

/// Runs the steps of a project: the methods and queries that its classes declare. Threads may share it.
public final class AssetStepRunner implements StepRunner {

    private final Surroundings surroundings;
    private final Mask mask;

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
        mask = code.mask();
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
            return MaskedOutcome.of(
                    task.siblings().isEmpty()
                            ? new StepAttempt(surroundings, task, scope).run()
                            : new AttemptTogether(surroundings, task, scope).run(),
                    mask);
        } catch (WeirException | OutsideFailure | InterruptedException | CancellationException known) {
            throw known;
        } catch (Exception | Error failure) {
            log(task, failure);
            throw failure;
        }
    }

    private void log(StepTask task, Throwable failure) {
        try {
            surroundings.logs().thrown(task, mask.text(TraceText.of(failure)));
        } catch (RuntimeException unwritable) {
            // What went wrong first is what counts.
            failure.addSuppressed(unwritable);
        }
    }

    @Override
    public String describe(Throwable failure) {
        return mask.text(FailureText.of(failure));
    }
}
