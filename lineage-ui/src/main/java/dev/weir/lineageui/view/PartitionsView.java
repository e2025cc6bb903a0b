package dev.weir.lineageui.view;

import dev.weir.materializer.version.CurrentVersion;
import dev.weir.materializer.version.Version;
import dev.weir.partitions.PartitionSet;
import dev.weir.partitions.PartitionsDefinition;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// In which state the partitions of one asset are. Every partition is in exactly one.
public record PartitionsView(Map<State, PartitionSet> sets) {
    public PartitionsView {
        sets = Map.copyOf(sets);
    }

    /// How a partition stands. Where several would do, the first counts.
    public enum State {
        /// Its newest result was rejected; readers see an older one, or none.
        REJECTED,
        /// What is published was found wrong later.
        TAINTED,
        /// Published.
        PUBLISHED,
        /// Never published, and complete: its window has ended.
        MISSING
    }

    /// @param current what readers see
    /// @param rejected the rejections that stand
    public static PartitionsView of(
            PartitionsDefinition definition, Instant now, List<CurrentVersion> current, List<Version> rejected) {
        PartitionSet rejections =
                PartitionSet.of(rejected.stream().mapToInt(version -> version.target().ordinal()));
        PartitionSet published = ordinals(current);
        PartitionSet tainted = ordinals(current.stream()
                .filter(each -> !each.version().tainted().isEmpty())
                .toList());
        Map<State, PartitionSet> sets = new EnumMap<>(State.class);
        sets.put(State.REJECTED, rejections);
        sets.put(State.TAINTED, tainted.minus(rejections));
        sets.put(State.PUBLISHED, published.minus(tainted).minus(rejections));
        sets.put(State.MISSING, definition.all(now).minus(published).minus(rejections));
        return new PartitionsView(sets);
    }

    public PartitionSet in(State state) {
        return sets.getOrDefault(state, PartitionSet.EMPTY);
    }

    /// All partitions of any state.
    public PartitionSet all() {
        return sets.values().stream().reduce(PartitionSet.EMPTY, PartitionSet::union);
    }

    private static PartitionSet ordinals(List<CurrentVersion> versions) {
        return PartitionSet.of(
                versions.stream().mapToInt(each -> each.version().target().ordinal()));
    }
}
