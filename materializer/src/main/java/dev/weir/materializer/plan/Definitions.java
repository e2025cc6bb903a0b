package dev.weir.materializer.plan;

import dev.weir.assets.AssetKey;
import dev.weir.assets.digest.CodeDigest;
import dev.weir.assets.digest.ConfigDigest;
import dev.weir.assets.digest.Digest;
import dev.weir.assets.graph.AssetGraph;
import dev.weir.checks.CheckKey;
import dev.weir.checks.CheckSpec;
import dev.weir.materializer.version.Digests;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/// Everything a project declares, at one moment: the graph, what each computation and its configuration are at, and
/// the checks with what each of them is at.
///
/// @param code for every asset of the graph
/// @param config for every asset of the graph; the digest of no configuration where it takes none
/// @param checks by the asset they are about; assets without checks may be absent
/// @param checkDigests for every check
public record Definitions(
        AssetGraph graph,
        Map<AssetKey, CodeDigest> code,
        Map<AssetKey, ConfigDigest> config,
        Map<AssetKey, List<CheckSpec>> checks,
        Map<CheckKey, Digest> checkDigests) {

    /// @throws NoSuchElementException if nobody said what the asset's code is at
    public CodeDigest codeOf(AssetKey asset) {
        return known(code.get(asset), "code", asset);
    }

    /// @throws NoSuchElementException if nobody said what the asset's configuration is at
    public ConfigDigest configOf(AssetKey asset) {
        return known(config.get(asset), "configuration", asset);
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
