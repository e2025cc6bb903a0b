package dev.weir.cli.server;

import dev.weir.assets.AssetKey;
import dev.weir.assets.graph.AssetSelection;
import dev.weir.assets.problem.WeirException;
import dev.weir.cli.wiring.Distribution;
import dev.weir.cli.wiring.Session;
import dev.weir.cli.wiring.Workspace;
import dev.weir.lineageui.api.ServedProject;
import dev.weir.lineageui.view.StepAtWork;
import dev.weir.materializer.collect.CollectionStore;
import dev.weir.materializer.columns.ColumnLineage;
import dev.weir.materializer.plan.Definitions;
import dev.weir.materializer.plan.RunPlan;
import dev.weir.materializer.plan.RunRequest;
import dev.weir.materializer.project.DeclaredAt;
import dev.weir.materializer.project.EffectiveValue;
import dev.weir.materializer.run.RunStore;
import dev.weir.materializer.status.KeptStandings;
import dev.weir.materializer.value.DuckDb;
import dev.weir.materializer.version.EnvironmentName;
import dev.weir.materializer.version.RunId;
import dev.weir.materializer.version.VersionStore;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// An open workspace for many threads: what it opens when it is first asked is asked for here, once.
final class ServedWorkspace implements ServedProject {
    private final Workspace workspace;
    private final String name;
    private final EnvironmentName environment;
    private final InstantSource clock;
    private final Definitions definitions;
    private final VersionStore versions;
    private final CollectionStore collections;
    private final RunStore runs;
    private final Map<String, AssetSelection> jobs;
    private final DuckDb binder = DuckDb.confinedTo(List.of());
    private final ColumnLineage columns;
    private final List<EffectiveValue> configuration;
    private final int parallel;
    private final Session session;
    private final KeptStandings keptStandings;

    /// @param session it is read in, and that ends with it
    /// @throws WeirException if its declarations are wrong
    ServedWorkspace(Session session) {
        this.session = session;
        workspace = session.workspace();
        environment = session.environment();
        clock = session.context().clock();
        definitions = workspace.definitions();
        name = workspace.home().name();
        versions = workspace.versions();
        collections = workspace.collections();
        runs = workspace.runs();
        jobs = Map.copyOf(workspace.jobs());
        columns = new ColumnLineage(definitions.graph(), binder);
        configuration = List.copyOf(workspace.configuration(Optional.empty()));
        parallel = workspace.parallel(OptionalInt.empty());
        keptStandings = new KeptStandings(workspace.home().state().resolve("cache"), Distribution.weir().toString());
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public EnvironmentName environment() {
        return environment;
    }

    @Override
    public InstantSource clock() {
        return clock;
    }

    @Override
    public KeptStandings keptStandings() {
        return keptStandings;
    }

    @Override
    public Definitions definitions() {
        return definitions;
    }

    @Override
    public DeclaredAt declaredAt(AssetKey asset, DeclaredAt.Detail detail) {
        return workspace.declaredAt(asset, detail);
    }

    @Override
    public VersionStore versions() {
        return versions;
    }

    @Override
    public CollectionStore collections() {
        return collections;
    }

    @Override
    public RunStore runs() {
        return runs;
    }

    @Override
    public Map<String, AssetSelection> jobs() {
        return jobs;
    }

    @Override
    public List<EffectiveValue> configuration() {
        return configuration;
    }

    @Override
    public Path pathOf(String path) {
        return workspace.pathOf(path);
    }

    @Override
    public ColumnLineage columns() {
        return columns;
    }

    // It may look at external assets, with the author's code.
    @Override
    public synchronized RunPlan plan(RunRequest request) {
        return workspace.plan(request);
    }

    @Override
    public int parallel() {
        return parallel;
    }

    @Override
    public Optional<Path> logOf(RunId run) {
        return workspace.logOf(run);
    }

    @Override
    public List<StepAtWork> atWork(RunId run) {
        return workspace.atWork(run);
    }

    @Override
    public void close() {
        binder.close();
        session.close();
    }
}
