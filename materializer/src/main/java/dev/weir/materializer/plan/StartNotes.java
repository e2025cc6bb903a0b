package dev.weir.materializer.plan;

import dev.weir.assets.AssetKey;
import dev.weir.materializer.version.AssetPartition;
import dev.weir.materializer.version.Names;
import dev.weir.partitions.PartitionSet;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Collects who would read partitions that lie before the start of what it reads, and does without them.
final class StartNotes {

    private final Names names;
    private final Map<Pair, PartitionSet> readers = new LinkedHashMap<>();

    StartNotes(Names names) {
        this.names = names;
    }

    private record Pair(AssetKey reader, AssetPartition first) {}

    void reads(AssetPartition reader, List<Edge> edges) {
        for (Edge edge : edges) {
            if (edge.reachesBeforeStart(reader.ordinal())) {
                readers.merge(
                        new Pair(reader.asset(), edge.firstUpstream()),
                        PartitionSet.of(reader.ordinal()),
                        PartitionSet::union);
            }
        }
    }

    List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        readers.forEach((pair, partitions) -> sentences.add("%s would read partitions before %s, which is the first"
                .formatted(names.of(pair.reader, partitions), names.of(pair.first))));
        return sentences;
    }
}
