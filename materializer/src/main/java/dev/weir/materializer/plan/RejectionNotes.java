package dev.weir.materializer.plan;

import dev.weir.materializer.version.Names;
import dev.weir.materializer.version.Version;
import dev.weir.partitions.PartitionSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// Says where a current version is used although a newer one was rejected: one sentence for each asset.
final class RejectionNotes {

    private record Passed(Version rejected, Version current) {}

    private final Names names;
    private final Map<Integer, SortedMap<Integer, Passed>> passed = new TreeMap<>();

    RejectionNotes(Names names) {
        this.names = names;
    }

    /// A step reads what exists of its inputs.
    void reads(Needs needs, Inputs inputs, List<Edge> edges, int ordinal) {
        for (Edge edge : edges) {
            if (edge.isRead() && !needs.rejections(edge.upstream()).isEmpty()) {
                PartitionSet planned = inputs.planned(edge, ordinal);
                staysCurrent(
                        needs, edge.upstream(), inputs.present(edge, ordinal).minus(planned));
            }
        }
    }

    /// These partitions have read what exists of their inputs, and stay as they are.
    void read(Needs needs, Inputs inputs, List<Edge> edges, PartitionSet ordinals) {
        for (Edge edge : edges) {
            if (edge.isRead() && !needs.rejections(edge.upstream()).isEmpty()) {
                staysCurrent(
                        needs,
                        edge.upstream(),
                        edge.kind().isOpen() ? inputs.present(edge, ordinals.first()) : edge.mapped(ordinals));
            }
        }
    }

    /// These partitions are used as they are.
    void staysCurrent(Needs needs, int place, PartitionSet partitions) {
        for (Version rejected : needs.rejections(place).values()) {
            int ordinal = rejected.target().ordinal();
            Version current = needs.held(place).find(ordinal);
            if (current != null && partitions.contains(ordinal)) {
                staysCurrent(place, rejected, current);
            }
        }
    }

    /// Readers see an older version than the one that was rejected.
    void staysCurrent(int place, Version rejected, Version current) {
        passed.computeIfAbsent(place, _ -> new TreeMap<>())
                .put(rejected.target().ordinal(), new Passed(rejected, current));
    }

    List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        for (SortedMap<Integer, Passed> byOrdinal : passed.values()) {
            Passed first = byOrdinal.firstEntry().getValue();
            String sentence =
                    "%s was rejected: #%d stays current".formatted(names.of(first.rejected), first.current.number());
            sentences.add(
                    byOrdinal.size() == 1
                            ? sentence
                            : "%s; so it is with %d more partitions of %s"
                                    .formatted(
                                            sentence,
                                            byOrdinal.size() - 1,
                                            first.rejected.target().asset()));
        }
        return sentences;
    }
}
