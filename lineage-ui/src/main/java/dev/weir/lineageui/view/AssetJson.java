package dev.weir.lineageui.view;

import dev.weir.assets.AssetKey;
import dev.weir.assets.graph.AssetGraph;
import dev.weir.assets.spec.AssetSpec;
import dev.weir.assets.spec.CommandLine;
import dev.weir.assets.spec.ConditionSpec;
import dev.weir.assets.spec.Description;
import dev.weir.checks.CheckSpec;
import dev.weir.lineageui.json.JsonObject;
import java.util.List;

/// A declared asset as JSON.
public final class AssetJson {

    private AssetJson() {}

    public static JsonObject of(ProjectFacts facts, AssetKey key) {
        AssetGraph graph = facts.graph();
        AssetSpec asset = graph.asset(key);
        Description description = asset.description();
        return new JsonObject()
                .with("asset", key)
                .with("description", description.text())
                .with("group", description.group())
                .with("owners", description.owners())
                .with("tags", description.tags())
                .with("kinds", description.kinds())
                .with("partitions", PartitionsJson.of(asset.partitions()))
                .with("type", asset.output().javaType())
                .with("external", asset.computation().isExternal())
                .with("view", asset.computation().isView())
                .with("runs_if", asset.computation().condition().map(AssetJson::condition))
                .with("pool", asset.execution().pool().value())
                .with("runs_in", PlaceText.name(asset))
                .with("command", asset.computation().command().map(CommandLine::text))
                .with("made_with", asset.computation().membership().map(member -> member.siblingsOf(key)).orElse(List.of()))
                .with("upstream", graph.upstreamOf(key))
                .with("downstream", graph.downstreamOf(key))
                .with("checks", facts.checksOf(key), CheckSpec::name);
    }

    private static JsonObject condition(ConditionSpec condition) {
        return new JsonObject().with("name", condition.name()).with("description", condition.description());
    }
}
