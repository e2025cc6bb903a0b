package dev.weir.partitions.mapping;

import dev.weir.partitions.PartitionsDefinition;
import dev.weir.partitions.PartitionsDefinition.Static;
import dev.weir.partitions.PartitionsDefinition.Time;
import dev.weir.partitions.PartitionsDefinition.Unpartitioned;
import java.util.Optional;

/// Finds the mapping that two definitions suggest.
final class Derivation {

    private Derivation() {}

    static Optional<PartitionMapping> of(PartitionsDefinition downstream, PartitionsDefinition upstream) {
        if (downstream instanceof Unpartitioned || upstream instanceof Unpartitioned) {
            return Optional.of(new PartitionMapping.All());
        }
        if (downstream instanceof Static down && upstream instanceof Static up) {
            return shareKeys(down, up) ? Optional.of(new PartitionMapping.Identity()) : Optional.empty();
        }
        return downstream instanceof Time down && upstream instanceof Time up ? between(down, up) : Optional.empty();
    }

    static boolean shareKeys(Static down, Static up) {
        return down.keys().stream().anyMatch(up.keys()::contains);
    }

    private static Optional<PartitionMapping> between(Time down, Time up) {
        if (!down.zone().equals(up.zone())) {
            return Optional.empty();
        }
        if (down.cadence().equals(up.cadence())) {
            return Optional.of(new PartitionMapping.Identity());
        }
        boolean oneInTheOther =
                up.cadence().divides(down.cadence()) || down.cadence().divides(up.cadence());
        return oneInTheOther ? Optional.of(new PartitionMapping.Windows()) : Optional.empty();
    }
}
