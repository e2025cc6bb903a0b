package dev.weir.partitions;

import static dev.weir.partitions.PartitionRefusal.Reason.MALFORMED;
import static dev.weir.partitions.PartitionRefusal.Reason.OUTSIDE;

import dev.weir.partitions.PartitionsDefinition.Static;
import java.util.List;

/// Selects partitions of a list of keys. A range runs from one to another as they are declared.
final class StaticSelection {

    private StaticSelection() {}

    static PartitionChoice of(PartitionRequest request, Static definition) {
        return switch (request) {
            case PartitionRequest.One(String key) -> between(key, key, request, definition);
            case PartitionRequest.Range(String first, String last) -> between(first, last, request, definition);
            case PartitionRequest.Latest _ ->
                PartitionChoice.refused(OUTSIDE, "none of its partitions is the latest: name one of " + definition.list());
            case PartitionRequest.Missing _ ->
                PartitionChoice.selected(definition.ordinalsOf(definition.keys()));
        };
    }

    private static PartitionChoice between(String first, String last, PartitionRequest request, Static definition) {
        List<String> names =
                definition.keys().stream().map(PartitionKey::value).toList();
        int from = names.indexOf(first);
        int to = names.indexOf(last);
        if (from < 0 || to < 0) {
            return PartitionChoice.refused(OUTSIDE, definition.unknown(from < 0 ? first : last));
        }
        return from > to
                ? PartitionChoice.refused(
                        MALFORMED, "'%s' runs backwards: write the earlier one first".formatted(request))
                : PartitionChoice.selected(
                        definition.ordinalsOf(definition.keys().subList(from, to + 1)));
    }
}
