package dev.weir.testing;

import dev.weir.assets.Staging;
import dev.weir.assets.Table;
import dev.weir.assets.graph.AssetGraph;
import dev.weir.assets.spec.AssetSpec;
import dev.weir.assets.spec.Computation;
import dev.weir.assets.spec.Description;
import dev.weir.assets.spec.Execution;
import dev.weir.assets.spec.Parameter;
import dev.weir.materializer.plan.Definitions;
import dev.weir.materializer.plan.PlannedAction;
import dev.weir.materializer.plan.PlannedStep;
import dev.weir.materializer.plan.Reason;
import dev.weir.materializer.plan.RunPlan;
import dev.weir.materializer.version.AssetPartition;
import dev.weir.materializer.version.EnvironmentName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Something that a test gives in place of what an asset's method would. It goes the way of all results: a run stages and
/// publishes it, of a declaration that reads nothing and has no checks.
sealed interface GivenValue {

    /// A table or a small value.
    record Of(Object value) implements GivenValue {}

    /// Rows of one record.
    record Rows(List<? extends Record> rows) implements GivenValue {}

    /// What lies elsewhere, to be copied.
    record Copy(Path path) implements GivenValue {}

    /// What the method returns in its place.
    ///
    /// @param isTyped whether the asset names the record of its rows
    default Object in(Staging staging, boolean isTyped) throws IOException {
        return switch (this) {
            case Of(Object value) -> value;
            case Rows(List<? extends Record> rows) -> isTyped || rows.isEmpty() ? rows : tableOf(rows);
            case Copy(Path path) -> copy(path, staging.folder());
        };
    }

    @SuppressWarnings("unchecked") // the first row tells the class, and the engine refuses rows of another
    private static Table<?> tableOf(List<? extends Record> rows) {
        return Table.of((Class<Record>) rows.getFirst().getClass(), (List<Record>) rows);
    }

    private static Path copy(Path from, Path folder) throws IOException {
        Path to = folder.resolve(Objects.requireNonNull(from.getFileName()).toString());
        try (Stream<Path> all = Files.walk(from)) {
            for (Path each : all.toList()) {
                Files.copy(each, to.resolve(from.relativize(each).toString()));
            }
        }
        return to;
    }

    /// Publishes it as the current version of each of the partitions.
    ///
    /// @throws IllegalArgumentException if it cannot be kept
    default void publish(Loaded loaded, TestStores stores, Target target) {
        AssetSpec asset = target.asset();
        AssetSpec source = new AssetSpec(
                asset.key(),
                Description.NONE,
                asset.partitions(),
                new Computation(
                        asset.computation().declaringClass(),
                        asset.computation().method(),
                        0,
                        List.of(new Parameter.StagingFolder()),
                        Optional.empty(),
                        Optional.empty()),
                asset.output(),
                Execution.PLAIN,
                List.of());
        Definitions definitions = new Definitions(
                AssetGraph.of(List.of(source)),
                loaded.definitions().code(),
                loaded.definitions().config(),
                Map.of(),
                Map.of());
        List<PlannedStep> steps = target.partitions()
                .ordinals()
                .mapToObj(ordinal -> new PlannedStep(
                        new AssetPartition(asset.key(), ordinal),
                        new PlannedAction.Compute(new Reason.Forced()),
                        List.of()))
                .toList();
        RunPlan plan =
                new RunPlan(EnvironmentName.MAIN, stores.versions().sequence(), steps, new TreeMap<>(), List.of());
        stores.publish(definitions, plan, new GivenCode(loaded.project(), this, asset.output().row().isPresent()));
    }
}
