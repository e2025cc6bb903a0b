package dev.weir.materializer.step;

import dev.weir.assets.Log;
import dev.weir.materializer.memory.InMemoryStore;
import dev.weir.materializer.plan.Definitions;
import dev.weir.materializer.run.StepTask;
import dev.weir.materializer.step.AssetStepRunner.Surroundings;
import dev.weir.materializer.value.TableScope;
import dev.weir.materializer.version.EnvironmentName;
import dev.weir.materializer.warehouse.ObjectStore;
import java.nio.file.Path;
import java.time.InstantSource;

/// Makes and stages what the methods of assets give, in this process, and checks nothing: what is done on the other side of a
/// place that is not Weir's own process.
public final class ThisProcess implements Place {

    private final Surroundings surroundings;

    public ThisProcess(UserCode code, Definitions definitions, ObjectStore objects, Log log) {
        InstantSource clock = InstantSource.system();
        surroundings = new Surroundings(
                code,
                definitions,
                objects,
                // Only checks ask it.
                new InMemoryStore(clock).versions(),
                EnvironmentName.MAIN,
                clock,
                _ -> log,
                Outside.commandsIn(Path.of("")),
                new VersionValues(definitions, objects, Tables::reader));
    }

    @Override
    public Made make(StepTask task) throws Exception {
        try (TableScope scope = new TableScope();
                AttemptStaging staging = new AttemptStaging(surroundings, task, scope)) {
            return new StepComputation(surroundings, task, scope, staging).run();
        }
    }
}
