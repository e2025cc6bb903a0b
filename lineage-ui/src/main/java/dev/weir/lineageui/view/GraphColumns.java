package dev.weir.lineageui.view;

import dev.weir.assets.AssetKey;
import dev.weir.assets.digest.Hasher;
import dev.weir.assets.spec.AssetSpec;
import dev.weir.lineageui.json.JsonObject;
import dev.weir.lineageui.json.JsonText;
import dev.weir.materializer.plan.Definitions;
import dev.weir.partitions.PartitionsDefinition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A whole graph as columns, a tenth of the size of a list of assets: the assets in the order of the graph, upstream
/// before downstream, and what many of them share as numbers into lists.
///
/// @param tag a digest of the content
/// @param json with the tag as `definitions`
public record GraphColumns(String tag, String json) {
    private static final int TAG_LENGTH = 32;

    public static GraphColumns of(Definitions definitions) {
        JsonObject columns = columns(definitions);
        String tag = new Hasher().add(JsonText.compact(columns)).finish().toString().substring(0, TAG_LENGTH);
        JsonObject tagged = new JsonObject().with("definitions", tag);
        columns.members().forEach(tagged::with);
        return new GraphColumns(tag, JsonText.compact(tagged));
    }

    private static JsonObject columns(Definitions definitions) {
        List<AssetSpec> assets = List.copyOf(definitions.graph().assets());
        Words groups = new Words();
        Words owners = new Words();
        Words kinds = new Words();
        List<Integer> group = new ArrayList<>(assets.size());
        List<Integer> owner = new ArrayList<>(assets.size());
        List<Integer> kind = new ArrayList<>(assets.size());
        for (AssetSpec asset : assets) {
            group.add(groups.number(asset.description().group()));
            owner.add(owners.first(asset.description().owners()));
            kind.add(kinds.first(asset.description().kinds()));
        }
        return new JsonObject()
                .with("keys", assets, AssetSpec::key)
                .with("groups", groups.words())
                .with("group", group)
                .with("owners", owners.words())
                .with("owner", owner)
                .with("kinds", kinds.words())
                .with("kind", kind)
                .with("partitioned", assets, asset -> partitioned(asset.partitions()))
                .with("checks", assets, asset -> definitions.checksOf(asset.key()).size())
                .with("edges", edges(definitions, assets));
    }

    private static JsonObject edges(Definitions definitions, List<AssetSpec> assets) {
        Map<AssetKey, Integer> numbers = new HashMap<>();
        assets.forEach(asset -> numbers.put(asset.key(), numbers.size()));
        List<Integer> from = new ArrayList<>();
        List<Integer> to = new ArrayList<>();
        for (AssetSpec asset : assets) {
            for (AssetKey upstream : definitions.graph().upstreamOf(asset.key())) {
                from.add(numbers.get(upstream));
                to.add(numbers.get(asset.key()));
            }
        }
        return new JsonObject().with("from", from).with("to", to);
    }

    private static String partitioned(PartitionsDefinition definition) {
        return switch (definition) {
            case PartitionsDefinition.Unpartitioned _ -> "";
            case PartitionsDefinition.Static _ -> "static";
            case PartitionsDefinition.Time time -> time.cadence().label();
        };
    }

    /// Words, each with its number, in the order in which they came.
    private static final class Words {
        private final Map<String, Integer> numbers = new LinkedHashMap<>();

        int number(String word) {
            return numbers.computeIfAbsent(word, _ -> numbers.size());
        }

        int first(List<String> words) {
            return words.isEmpty() ? -1 : number(words.getFirst());
        }

        List<String> words() {
            return List.copyOf(numbers.keySet());
        }
    }
}
