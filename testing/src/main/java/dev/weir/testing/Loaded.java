package dev.weir.testing;

import dev.weir.assets.AssetKey;
import dev.weir.assets.graph.AssetGraph;
import dev.weir.assets.graph.AssetSelection;
import dev.weir.assets.graph.Resolution;
import dev.weir.assets.problem.DidYouMean;
import dev.weir.assets.problem.ProblemCode;
import dev.weir.assets.problem.WeirException;
import dev.weir.assets.spec.AssetSpec;
import dev.weir.assets.spec.Execution;
import dev.weir.assets.spec.RetryPolicy;
import dev.weir.assets.spec.Setting;
import dev.weir.materializer.plan.Definitions;
import dev.weir.materializer.project.Project;
import dev.weir.materializer.status.ProjectStatus;
import dev.weir.materializer.version.EnvironmentName;
import dev.weir.materializer.version.Names;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A project as it is read for a test.
///
/// @param definitions those of the project, run as a test wants it: at once, and without limits
record Loaded(Project project, Definitions definitions, Names names) {

    static Loaded of(Project project, TestStores stores) {
        Definitions declared = project.definitions();
        List<AssetSpec> assets = new ArrayList<>();
        declared.graph().assets().forEach(asset -> assets.add(hurried(asset)));
        Definitions hurried = new Definitions(
                        AssetGraph.of(assets),
                        declared.code(),
                        declared.config(),
                        declared.checks(),
                        declared.checkDigests())
                .numbered(stores::keyNumbers);
        return new Loaded(project, hurried, new Names(hurried.graph()));
    }

    private static AssetSpec hurried(AssetSpec asset) {
        RetryPolicy retry = asset.execution().retries();
        Execution execution = new Execution(
                new Setting.Of<>(new RetryPolicy(retry.max(), Duration.ZERO, retry.backoff(), 0)),
                asset.execution().timeout(),
                new Setting.None<>());
        return new AssetSpec(
                asset.key(),
                asset.description(),
                asset.partitions(),
                asset.computation(),
                asset.output(),
                execution,
                asset.after(),
                asset.formerKeys());
    }

    AssetGraph graph() {
        return definitions.graph();
    }

    AssetSelection selection(String text, TestStores stores) {
        ProjectStatus.Stores facts =
                new ProjectStatus.Stores(() -> definitions, stores::versions, stores::runs);
        return AssetSelection.parse(text)
                .with(new ProjectStatus(Map.of(), facts, EnvironmentName.MAIN, stores.clock().instant()));
    }

    /// An asset by its key or the last segment of it.
    ///
    /// @throws WeirException if there is none, or more than one
    AssetSpec asset(String name) {
        return switch (graph().resolve(name)) {
            case Resolution.Found(AssetKey key) -> graph().asset(key);
            case Resolution.Unknown(List<AssetKey> nearMisses) ->
                throw new WeirException(
                        ProblemCode.UNKNOWN_ASSET,
                        "Asset %s is not declared.%s".formatted(name, DidYouMean.question(texts(nearMisses))));
            case Resolution.Ambiguous(List<AssetKey> candidates) ->
                throw new WeirException(
                        ProblemCode.UNKNOWN_ASSET,
                        "Asset %s may be %s. Write the whole key."
                                .formatted(name, DidYouMean.alternatives(texts(candidates))));
        };
    }

    private static List<String> texts(List<AssetKey> keys) {
        return keys.stream().map(AssetKey::toString).toList();
    }
}
