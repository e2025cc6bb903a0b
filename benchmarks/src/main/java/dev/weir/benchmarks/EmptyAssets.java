package dev.weir.benchmarks;

import dev.weir.assets.AssetKey;
import dev.weir.assets.digest.CodeDigest;
import dev.weir.assets.digest.ConfigDigest;
import dev.weir.assets.digest.Hasher;
import dev.weir.assets.generated.AssetModule;
import dev.weir.assets.generated.RowCodec;
import dev.weir.assets.graph.AssetGraph;
import dev.weir.assets.spec.AssetSpec;
import dev.weir.assets.spec.Computation;
import dev.weir.assets.spec.ConfigSpec;
import dev.weir.assets.spec.Description;
import dev.weir.assets.spec.Execution;
import dev.weir.assets.spec.Form;
import dev.weir.assets.spec.ValueType;
import dev.weir.materializer.plan.Definitions;
import dev.weir.materializer.step.UserCode;
import dev.weir.partitions.PartitionsDefinition;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// A project of assets that do nothing and return nothing, each with a digest of its own, as if compiled from
/// `@Asset(after = …) void a12() {}`.
final class EmptyAssets implements UserCode {

    private static final ValueType NOTHING = new ValueType(Form.NOTHING, Optional.empty(), "void");
    private static final AssetModule MODULE = new DoesNothing();

    private final Definitions definitions;

    EmptyAssets(Shape shape, int assets) {
        this("a_", shape, assets);
    }

    /// @param prefix of the names
    EmptyAssets(String prefix, Shape shape, int assets) {
        AssetGraph graph = AssetGraph.of(IntStream.range(0, assets)
                .mapToObj(asset -> spec(prefix, asset, shape.upstreamOf(asset, assets)))
                .toList());
        Map<AssetKey, CodeDigest> code = HashMap.newHashMap(assets);
        Map<AssetKey, ConfigDigest> config = HashMap.newHashMap(assets);
        ConfigDigest none = new ConfigDigest(new Hasher().finish());
        for (AssetKey key : graph.keys()) {
            code.put(key, new CodeDigest(new Hasher().add(key.toString()).finish()));
            config.put(key, none);
        }
        definitions = new Definitions(graph, code, config, Map.of(), Map.of());
    }

    Definitions definitions() {
        return definitions;
    }

    private static AssetSpec spec(String prefix, int asset, List<Integer> upstream) {
        String name = prefix + asset;
        return new AssetSpec(
                AssetKey.parse(name),
                Description.NONE,
                new PartitionsDefinition.Unpartitioned(),
                new Computation("Bench", name, asset, List.of(), Optional.empty(), Optional.empty()),
                NOTHING,
                Execution.PLAIN,
                upstream.stream().map(each -> prefix + each).toList());
    }

    @Override
    public AssetModule module(String declaringClass) {
        return MODULE;
    }

    @Override
    public @Nullable Object instance(String declaringClass) {
        return null;
    }

    @Override
    public Object configuration(String declaringClass, ConfigSpec config) {
        throw new IllegalStateException("Empty assets take no configuration");
    }

    @Override
    public List<Object> valuesOf(ConfigSpec config) {
        throw new IllegalStateException("Empty assets take no configuration");
    }

    private static final class DoesNothing implements AssetModule {
        @Override
        public Object construct(int factory, @Nullable Object[] arguments) {
            throw new IllegalStateException("Empty assets have no resources");
        }

        @Override
        public @Nullable Object call(int method, @Nullable Object instance, @Nullable Object[] arguments) {
            return null;
        }

        @Override
        public RowCodec<?> codec(int row) {
            throw new IllegalStateException("Empty assets have no rows");
        }
    }
}
