package dev.weir.metadata;

import dev.weir.assets.AssetKey;
import dev.weir.assets.graph.AssetGraph;
import dev.weir.assets.spec.AssetSpec;
import dev.weir.partitions.PartitionKey;
import dev.weir.partitions.PartitionsDefinition;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// What a project declares today, as far as a rebuild of its memory asks: what assets were called before, and which of
/// them are partitioned by keys that lie in no calendar.
public final class Declared {

    private final AssetGraph graph;
    private final Map<AssetKey, AssetKey> renamed = new HashMap<>();

    public Declared(AssetGraph graph) {
        this.graph = graph;
        for (AssetSpec asset : graph.assets()) {
            for (AssetKey former : asset.formerKeys()) {
                // One of today's is never what another was.
                if (graph.find(former).isEmpty()) {
                    renamed.put(former, asset.key());
                }
            }
        }
    }

    /// The key of today of an asset that had this one before.
    Optional<AssetKey> renamed(AssetKey former) {
        return Optional.ofNullable(renamed.get(former));
    }

    /// Whether the ordinal of a partition is a number that the store gave to its key. Of an asset that nobody declares any
    /// more its look decides: keys of calendars begin with a year and a month.
    boolean isNumbered(AssetKey asset, PartitionKey partition) {
        if (partition.isUnpartitioned()) {
            return false;
        }
        return graph.find(asset)
                .map(spec -> spec.partitions() instanceof PartitionsDefinition.Static)
                .orElseGet(() -> !beginsWithMonth(partition.value()));
    }

    private static boolean beginsWithMonth(String key) {
        return key.length() >= 7
                && key.charAt(4) == '-'
                && key.chars().limit(7).allMatch(each -> each == '-' || Character.isDigit(each));
    }
}
