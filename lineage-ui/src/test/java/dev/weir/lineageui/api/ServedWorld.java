package dev.weir.lineageui.api;

import dev.weir.assets.graph.AssetSelection;
import dev.weir.lineageui.view.StepAtWork;
import dev.weir.materializer.collect.CollectionStore;
import dev.weir.materializer.columns.ColumnLineage;
import dev.weir.materializer.plan.Definitions;
import dev.weir.materializer.plan.RunPlan;
import dev.weir.materializer.plan.RunPlanner;
import dev.weir.materializer.plan.RunRequest;
import dev.weir.materializer.plan.World;
import dev.weir.materializer.project.EffectiveValue;
import dev.weir.materializer.run.RunStore;
import dev.weir.materializer.status.KeptStandings;
import dev.weir.materializer.version.EnvironmentName;
import dev.weir.materializer.version.Progress;
import dev.weir.materializer.version.RunId;
import dev.weir.materializer.version.VersionStore;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/// A project in memory that is served, and cannot be looked at as a whole before a test allows it.
final class ServedWorld implements ServedProject {
    private final World world;
    private final Definitions definitions;
    private final KeptStandings kept;
    private final CountDownLatch readable = new CountDownLatch(1);
    private volatile @Nullable RuntimeException failure;

    /// @param folder where nothing is kept yet
    ServedWorld(World world, Path folder) {
        this.world = world;
        definitions = world.definitions();
        kept = new KeptStandings(folder, "this build");
    }

    /// From now on what is current can be read.
    void let() {
        readable.countDown();
    }

    /// From now on reading it fails.
    void fail(RuntimeException with) {
        failure = with;
        let();
    }

    @Override
    public VersionStore versions() {
        return (VersionStore) Proxy.newProxyInstance(
                VersionStore.class.getClassLoader(), new Class<?>[] {VersionStore.class}, (_, method, arguments) -> {
                    if (arguments != null && arguments[arguments.length - 1] instanceof Progress reading && reading != Progress.UNSEEN) {
                        readable.await();
                        RuntimeException refused = failure;
                        if (refused != null) {
                            throw refused;
                        }
                    }
                    try {
                        return method.invoke(world.versions(), arguments);
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getTargetException();
                    }
                });
    }

    @Override
    public String name() {
        return "shop";
    }

    @Override
    public EnvironmentName environment() {
        return EnvironmentName.MAIN;
    }

    @Override
    public Map<String, AssetSelection> jobs() {
        return Map.of("nightly", AssetSelection.parse("status:stale"));
    }

    @Override
    public InstantSource clock() {
        return InstantSource.fixed(world.now());
    }

    @Override
    public KeptStandings keptStandings() {
        return kept;
    }

    @Override
    public Definitions definitions() {
        return definitions;
    }

    @Override
    public CollectionStore collections() {
        return world.collections();
    }

    @Override
    public RunStore runs() {
        return world.runs();
    }

    @Override
    public RunPlan plan(RunRequest request) {
        return new RunPlanner(definitions, world.versions()).plan(request);
    }

    @Override
    public ColumnLineage columns() {
        throw new UnsupportedOperationException("Nobody asks what columns are made of");
    }

    @Override
    public List<EffectiveValue> configuration() {
        return List.of();
    }

    @Override
    public int parallel() {
        return 1;
    }

    @Override
    public Optional<Path> logOf(RunId run) {
        return Optional.empty();
    }

    @Override
    public List<StepAtWork> atWork(RunId run) {
        return List.of();
    }

    @Override
    public Path pathOf(String path) {
        return Path.of(path);
    }

    @Override
    public void close() {}
}
