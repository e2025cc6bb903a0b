package dev.weir.lineageui.view;

import dev.weir.materializer.version.StandingSkip;
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
        /// Never published, as the condition of the asset did not hold when it was asked.
        SKIPPED,
        /// Never published, and complete: its window has ended.
        MISSING
    }

    /// @param published what readers see
    /// @param wrong those of them that were found wrong later
    /// @param rejected the rejections that stand
    /// @param skipped the skips that stand
    public static PartitionsView of(
            PartitionsDefinition definition,
            Instant now,
            PartitionSet published,
            PartitionSet wrong,
            List<Version> rejected,
            List<StandingSkip> skipped) {
        PartitionSet rejections =
                PartitionSet.of(rejected.stream().mapToInt(version -> version.target().ordinal()));
        Map<State, PartitionSet> sets = new EnumMap<>(State.class);
        sets.put(State.REJECTED, rejections);
        sets.put(State.TAINTED, wrong.minus(rejections));
        sets.put(State.PUBLISHED, published.minus(wrong).minus(rejections));
        PartitionSet skips = PartitionSet.of(skipped.stream().mapToInt(skip -> skip.target().ordinal()))
                .minus(published)
                .minus(rejections);
        sets.put(State.SKIPPED, skips);
        sets.put(State.MISSING, definition.all(now).minus(published).minus(rejections).minus(skips));
        return new PartitionsView(sets);
    }

    public PartitionSet in(State state) {
        return sets.getOrDefault(state, PartitionSet.EMPTY);
    }

    /// All partitions of any state.
    public PartitionSet all() {
        return sets.values().stream().reduce(PartitionSet.EMPTY, PartitionSet::union);
    }
}
