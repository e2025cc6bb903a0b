package dev.weir.partitions;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// What requests select of one definition.
///
/// @param refusals of the requests that select nothing
public record PartitionChoice(PartitionSet partitions, List<PartitionRefusal> refusals) {

    public PartitionChoice {
        refusals = List.copyOf(refusals);
    }

    /// What several requests select together.
    public static PartitionChoice of(List<PartitionRequest> requests, PartitionsDefinition definition, Instant now) {
        PartitionSet partitions = PartitionSet.EMPTY;
        List<PartitionRefusal> refusals = new ArrayList<>();
        for (PartitionRequest request : requests) {
            PartitionChoice choice = request.selectFrom(definition, now);
            partitions = partitions.union(choice.partitions);
            refusals.addAll(choice.refusals);
        }
        return new PartitionChoice(partitions, refusals);
    }

    static PartitionChoice selected(PartitionSet partitions) {
        return new PartitionChoice(partitions, List.of());
    }

    static PartitionChoice refused(PartitionRefusal.Reason reason, String message) {
        return new PartitionChoice(PartitionSet.EMPTY, List.of(new PartitionRefusal(reason, message)));
    }
}
