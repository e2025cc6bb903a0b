package dev.weir.assets.graph;

import dev.weir.assets.AssetKey;
import dev.weir.assets.spec.AssetSpec;
import dev.weir.assets.spec.Computation;
import dev.weir.assets.spec.InputSpec;
import dev.weir.assets.spec.Parameter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The keys under which assets count in digests: the first one that each ever had, so that a new name changes none.
public final class LastingNames {

    private final AssetGraph graph;
    private final Map<AssetKey, AssetKey> renamed = new HashMap<>();

    LastingNames(AssetGraph graph) {
        this.graph = graph;
        for (AssetSpec asset : graph.assets()) {
            if (!asset.formerKeys().isEmpty()) {
                renamed.put(asset.key(), asset.formerKeys().getLast());
            }
        }
    }

    public AssetKey of(AssetKey asset) {
        return renamed.isEmpty() ? asset : renamed.getOrDefault(asset, asset);
    }

    /// The asset as if what it reads had its first name.
    public AssetSpec in(AssetSpec asset) {
        if (renamed.isEmpty()) {
            return asset;
        }
        Computation own = asset.computation();
        List<Parameter> parameters =
                own.parameters().stream().map(parameter -> in(asset.key(), parameter)).toList();
        return asset.computed(new Computation(
                own.declaringClass(), own.method(), own.number(), parameters, own.query(), own.command(),
                own.codeVersion(), own.condition(), own.source(), own.membership()));
    }

    private Parameter in(AssetKey reader, Parameter parameter) {
        if (parameter instanceof Parameter.Upstream(InputSpec input)
                && !input.isPattern()
                && graph.resolve(reader, input.reference()) instanceof Resolution.Found(AssetKey read)
                && renamed.containsKey(read)) {
            AssetKey first = of(read);
            boolean isWhole = input.reference().equals(read.toString());
            return new Parameter.Upstream(input.of(isWhole ? first.toString() : first.name()));
        }
        return parameter;
    }
}
