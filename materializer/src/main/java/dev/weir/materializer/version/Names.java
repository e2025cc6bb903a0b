package dev.weir.materializer.version;

import dev.weir.assets.AssetKey;
import dev.weir.assets.graph.AssetGraph;
import dev.weir.assets.spec.AssetSpec;
import dev.weir.partitions.PartitionKey;
import dev.weir.partitions.PartitionSet;
import dev.weir.partitions.PartitionsDefinition;
import dev.weir.partitions.PartitionsDefinition.Unpartitioned;
import java.util.ArrayList;
import java.util.List;
import java.util.PrimitiveIterator;
import java.util.stream.Collectors;

/// Writes asset partitions and versions as people type them: `raw_flights@2013-01-15`, `raw_flights@2013-01-15#2`,
/// `planes#1`.
///
/// Partitions of an asset that the graph does not have any more are written by their ordinal.
public final class Names {

    private static final PartitionsDefinition UNPARTITIONED = new Unpartitioned();
    private static final int MOST_RANGES = 3;
    private static final int MOST_KEYS = 8;

    private final AssetGraph graph;

    public Names(AssetGraph graph) {
        this.graph = graph;
    }

    public String of(AssetPartition target) {
        String key = keyOf(target.asset(), target.ordinal());
        return key.isEmpty() ? target.asset().toString() : target.asset() + "@" + key;
    }

    public String of(Version version) {
        return of(version.target()) + "#" + version.number();
    }

    public VersionName nameOf(Version version) {
        AssetPartition target = version.target();
        return new VersionName(
                target.asset(), new PartitionKey(keyOf(target.asset(), target.ordinal())), version.number());
    }

    /// Some partitions of an asset: `raw_flights@2013-01-01..2013-01-31`, or `planes` where there is but one.
    public String of(AssetKey asset, PartitionSet partitions) {
        String keys = keysOf(asset, partitions);
        return keys.isEmpty() ? asset.toString() : asset + "@" + keys;
    }

    /// The keys of some partitions: `2013-01-15`, `2013-01-01..2013-01-31`; of more than a few ranges the first
    /// ones, and how many partitions are left.
    public String keysOf(AssetKey asset, PartitionSet partitions) {
        if (graph.find(asset).map(AssetSpec::partitions).orElse(UNPARTITIONED)
                instanceof PartitionsDefinition.Static list) {
            return keysOf(list, partitions);
        }
        List<String> ranges = new ArrayList<>();
        int written = 0;
        PrimitiveIterator.OfInt ordinals = partitions.ordinals().iterator();
        int first = 0;
        int last = 0;
        boolean open = false;
        while (ordinals.hasNext() && ranges.size() < MOST_RANGES) {
            int ordinal = ordinals.nextInt();
            if (open && ordinal != last + 1) {
                ranges.add(range(asset, first, last));
                written += last - first + 1;
                first = ordinal;
            } else if (!open) {
                first = ordinal;
                open = true;
            }
            last = ordinal;
        }
        if (open && ranges.size() < MOST_RANGES) {
            ranges.add(range(asset, first, last));
            written += last - first + 1;
        }
        String keys = String.join(", ", ranges);
        return written == partitions.size() ? keys : "%s and %d more".formatted(keys, partitions.size() - written);
    }

    private static String keysOf(PartitionsDefinition.Static list, PartitionSet partitions) {
        List<Integer> ordered = list.inOrder(partitions);
        String keys = ordered.stream()
                .limit(MOST_KEYS)
                .map(ordinal -> list.keyOf(ordinal).value())
                .collect(Collectors.joining(", "));
        return ordered.size() > MOST_KEYS ? "%s and %d more".formatted(keys, ordered.size() - MOST_KEYS) : keys;
    }

    private String range(AssetKey asset, int first, int last) {
        return first == last ? keyOf(asset, first) : keyOf(asset, first) + ".." + keyOf(asset, last);
    }

    private String keyOf(AssetKey asset, int ordinal) {
        PartitionsDefinition definition =
                graph.find(asset).map(spec -> spec.partitions()).orElse(UNPARTITIONED);
        PartitionKey key = definition.keyOf(ordinal);
        return key.isUnpartitioned() && ordinal != 0 ? "ordinal " + ordinal : key.toString();
    }
}
