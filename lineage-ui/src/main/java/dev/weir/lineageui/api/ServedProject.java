package dev.weir.lineageui.api;

import dev.weir.assets.graph.AssetSelection;
import dev.weir.assets.problem.WeirException;
import dev.weir.lineageui.view.ProjectFacts;
import dev.weir.lineageui.view.StepAtWork;
import dev.weir.materializer.columns.ColumnLineage;
import dev.weir.materializer.plan.RunPlan;
import dev.weir.materializer.plan.RunRequest;
import dev.weir.materializer.project.EffectiveValue;
import dev.weir.materializer.status.KeptStandings;
import dev.weir.materializer.version.EnvironmentName;
import dev.weir.materializer.version.RunId;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The project that is served. Threads may share it.
public interface ServedProject extends ProjectFacts, AutoCloseable {

    String name();

    /// The environment that is looked at.
    EnvironmentName environment();

    /// The selections of its jobs, by their names.
    Map<String, AssetSelection> jobs();

    InstantSource clock();

    /// Where it is kept how the assets stand.
    KeptStandings keptStandings();

    /// What the columns of its assets are made of.
    ColumnLineage columns();

    /// The values of configuration that hold, where data and memory are kept among them; no secrets.
    List<EffectiveValue> configuration();

    /// What would be done, as the command line plans it.
    ///
    /// @throws WeirException if it cannot be planned, with all that is wrong
    RunPlan plan(RunRequest request);

    /// How many steps of a run may be at work at once.
    int parallel();

    /// What the steps of a run have written down; empty if there is nothing.
    Optional<Path> logOf(RunId run);

    /// Which steps of a run have been at work for some time, as far as this machine knows.
    List<StepAtWork> atWork(RunId run);

    /// Lets go of its code. Nobody asks it anything any more.
    @Override
    void close();
}
