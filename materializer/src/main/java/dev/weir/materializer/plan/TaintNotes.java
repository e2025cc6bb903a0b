package dev.weir.materializer.plan;

import dev.weir.materializer.version.Names;
import dev.weir.materializer.version.Version;
import dev.weir.partitions.PartitionSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// Says what stays as it is although it was found wrong after it was published: one sentence for each asset.
final class TaintNotes {

    private final Names names;
    private final Map<Integer, SortedMap<Integer, Version>> tainted = new TreeMap<>();

    TaintNotes(Names names) {
        this.names = names;
    }

    void staysCurrent(Needs needs, int place, PartitionSet partitions) {
        PartitionSet wrong = needs.held(place).tainted();
        if (wrong.isEmpty()) {
            return;
        }
        for (int ordinal : wrong.intersection(partitions).toArray()) {
            Version version = needs.held(place).find(ordinal);
            if (version != null) {
                tainted.computeIfAbsent(place, _ -> new TreeMap<>()).put(ordinal, version);
            }
        }
    }

    List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        for (SortedMap<Integer, Version> byOrdinal : tainted.values()) {
            Version first = byOrdinal.firstEntry().getValue();
            String more = byOrdinal.size() == 1
                    ? ""
                    : "; so %s %d more of %s"
                            .formatted(byOrdinal.size() == 2 ? "is" : "are", byOrdinal.size() - 1, first.target().asset());
            sentences.add("%s is tainted and readers still see it: %s; weir check runs its checks again, --force computes it anew%s"
                    .formatted(names.of(first), first.tainted(), more));
        }
        return sentences;
    }
}
