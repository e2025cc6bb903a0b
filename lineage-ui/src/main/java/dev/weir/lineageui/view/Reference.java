package dev.weir.lineageui.view;

import dev.weir.assets.AssetKey;
import dev.weir.assets.graph.AssetGraph;
import dev.weir.assets.graph.Resolution;
import dev.weir.assets.problem.DidYouMean;
import dev.weir.assets.problem.Problem;
import dev.weir.assets.problem.ProblemCode;
import dev.weir.assets.problem.Subject;
import dev.weir.assets.problem.WeirException;
import dev.weir.assets.spec.AssetSpec;
import dev.weir.materializer.version.AssetPartition;
import dev.weir.partitions.PartitionKey;
import dev.weir.partitions.PartitionsDefinition.Unpartitioned;
import dev.weir.partitions.UnknownPartitionException;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;

/// What somebody names on a command line: an asset, one of its partitions, or one version, written `asset`, `asset@P`
/// or `asset@P#n`. Of an unpartitioned asset the partition is always known.
///
/// @param partition the ordinal
/// @param number of the version
public record Reference(AssetKey asset, OptionalInt partition, OptionalLong number) {

    /// @throws WeirException if there is no such asset or partition
    public static Reference parse(String typed, AssetGraph graph) {
        int hash = typed.lastIndexOf('#');
        String target = hash < 0 ? typed : typed.substring(0, hash);
        int at = target.indexOf('@');
        if (at == 0 || target.isEmpty()) {
            throw new WeirException(List.of(new Problem(
                    ProblemCode.USAGE, "An asset is missing here: write ASSET%s.".formatted(typed), new Subject.OfText(typed, 0))));
        }
        AssetSpec asset = graph.asset(asset(at < 0 ? target : target.substring(0, at), graph));
        OptionalInt partition = at < 0
                ? (asset.partitions() instanceof Unpartitioned ? OptionalInt.of(0) : OptionalInt.empty())
                : OptionalInt.of(ordinal(asset, target.substring(at + 1)));
        if (hash >= 0 && partition.isEmpty()) {
            throw wrong("Version %s does not say of which partition: write %s@PARTITION#%s."
                    .formatted(typed, asset.key(), typed.substring(hash + 1)));
        }
        return new Reference(
                asset.key(), partition, hash < 0 ? OptionalLong.empty() : number(typed, typed.substring(hash + 1)));
    }

    private static AssetKey asset(String name, AssetGraph graph) {
        return switch (graph.resolve(name)) {
            case Resolution.Found(AssetKey asset) -> asset;
            case Resolution.Unknown(List<AssetKey> nearMisses) -> {
                String hint = DidYouMean.question(texts(nearMisses));
                throw unknown("Asset %s is not declared.%s"
                        .formatted(name, hint.isEmpty() ? " `weir list` shows all assets." : hint));
            }
            case Resolution.Ambiguous(List<AssetKey> candidates) ->
                throw unknown("Asset %s may be %s. Write the whole key."
                        .formatted(name, DidYouMean.alternatives(texts(candidates))));
        };
    }

    private static List<String> texts(List<AssetKey> keys) {
        return keys.stream().map(AssetKey::toString).toList();
    }

    private static int ordinal(AssetSpec asset, String partition) {
        try {
            return asset.partitions().ordinalOf(new PartitionKey(partition));
        } catch (UnknownPartitionException unknown) {
            throw new WeirException(List.of(new Problem(
                    ProblemCode.UNKNOWN_PARTITION,
                    "%s: %s.".formatted(asset.key(), unknown.getMessage()),
                    new Subject.OfAsset(asset.key()))));
        } catch (IllegalArgumentException malformed) {
            throw wrong(malformed.getMessage() + ".");
        }
    }

    private static OptionalLong number(String typed, String number) {
        if (!number.matches("[1-9][0-9]{0,17}")) {
            throw wrong("'%s' is not a version: after # stands its number, as in %s1."
                    .formatted(typed, typed.substring(0, typed.lastIndexOf('#') + 1)));
        }
        return OptionalLong.of(Long.parseLong(number));
    }

    /// The partition.
    ///
    /// @throws WeirException if none was named
    public AssetPartition target() {
        return new AssetPartition(
                asset,
                partition.orElseThrow(() -> wrong("%s is partitioned: name a partition, %s@PARTITION.".formatted(asset, asset))));
    }

    public Reference withoutNumber() {
        return new Reference(asset, partition, OptionalLong.empty());
    }

    private static WeirException wrong(String message) {
        return new WeirException(ProblemCode.USAGE, message);
    }

    private static WeirException unknown(String message) {
        return new WeirException(ProblemCode.UNKNOWN_ASSET, message);
    }
}
