package dev.weir.materializer.plan;

import dev.weir.assets.AssetKey;
import dev.weir.assets.digest.CodeDigest;
import dev.weir.assets.digest.ConfigDigest;
import dev.weir.assets.digest.Digest;
import dev.weir.assets.graph.AssetGraph;
import dev.weir.assets.spec.AssetSpec;
import dev.weir.checks.CheckKey;
import dev.weir.checks.CheckSpec;
import dev.weir.materializer.version.Digests;
import dev.weir.materializer.version.KeyNumbers;
import dev.weir.materializer.version.StoredNumbering;
import dev.weir.partitions.Numbering;
import dev.weir.partitions.PartitionKey;
import dev.weir.partitions.PartitionsDefinition;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.SortedMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Everything a project declares, at one moment: the graph, what each computation and its configuration are at, and
/// the checks with what each of them is at.
///
/// @param code for every asset of the graph
/// @param config for every asset of the graph; the digest of no configuration where it takes none
/// @param configured the values of that, as text by their names; assets without any may be absent
/// @param checks by the asset they are about; assets without checks may be absent
/// @param checkDigests for every check
public record Definitions(
        AssetGraph graph,
        Map<AssetKey, CodeDigest> code,
        Map<AssetKey, ConfigDigest> config,
        Map<AssetKey, SortedMap<String, String>> configured,
        Map<AssetKey, List<CheckSpec>> checks,
        Map<CheckKey, Digest> checkDigests) {

    /// Where nobody asks for values of configuration.
    public Definitions(
            AssetGraph graph,
            Map<AssetKey, CodeDigest> code,
            Map<AssetKey, ConfigDigest> config,
            Map<AssetKey, List<CheckSpec>> checks,
            Map<CheckKey, Digest> checkDigests) {
        this(graph, code, config, Map.of(), checks, checkDigests);
    }

    /// The same where partitions that lie in no calendar have the numbers that a store keeps.
    public Definitions numbered(Supplier<KeyNumbers> store) {
        List<PartitionKey> keys = new ArrayList<>();
        for (AssetSpec asset : graph.assets()) {
            if (asset.partitions() instanceof PartitionsDefinition.Static list) {
                keys.addAll(list.keys());
            }
        }
        if (keys.isEmpty()) {
            return this;
        }
        Numbering numbering = new StoredNumbering(keys, store);
        List<AssetSpec> assets = new ArrayList<>(graph.size());
        for (AssetSpec asset : graph.assets()) {
            assets.add(
                    asset.partitions() instanceof PartitionsDefinition.Static list
                            ? asset.partitioned(list.numbered(numbering))
                            : asset);
        }
        return new Definitions(AssetGraph.of(assets), code, config, configured, checks, checkDigests);
    }

    /// @throws NoSuchElementException if nobody said what the asset's code is at
    public CodeDigest codeOf(AssetKey asset) {
        return known(code.get(asset), "code", asset);
    }

    /// @throws NoSuchElementException if nobody said what the asset's configuration is at
    public ConfigDigest configOf(AssetKey asset) {
        return known(config.get(asset), "configuration", asset);
    }

    /// The values of an asset's configuration, as text by their names.
    public SortedMap<String, String> valuesOf(AssetKey asset) {
        return configured.getOrDefault(asset, Collections.emptySortedMap());
    }

    /// Whether a version with these digests is what the asset would be made of now.
    ///
    /// @param inputs the digest of what it would read
    public boolean isUpToDate(AssetKey asset, Digests version, Digest inputs) {
        return version.inputs().equals(inputs)
                && version.code().equals(codeOf(asset))
                && version.config().equals(configOf(asset));
    }

    private static <D> D known(@Nullable D digest, String what, AssetKey asset) {
        if (digest == null) {
            throw new NoSuchElementException("No digest of the %s of %s".formatted(what, asset));
        }
        return digest;
    }

    public List<CheckSpec> checksOf(AssetKey asset) {
        return checks.getOrDefault(asset, List.of());
    }
}
