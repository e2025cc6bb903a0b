package dev.weir.materializer.plan;

import dev.weir.assets.graph.AssetGraph;
import dev.weir.materializer.version.AssetPartition;
import dev.weir.materializer.version.StandingSkip;
import dev.weir.partitions.PartitionSet;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/// Which partitions a condition has skipped, their own or one above, and in which words. Grows as the plan does.
final class Unmade {

    private final AssetGraph graph;
    private final Needs needs;
    private final Decided decided;

    Unmade(AssetGraph graph, Needs needs, Decided decided) {
        this.graph = graph;
        this.needs = needs;
        this.decided = decided;
    }

    /// The plan skips this because something it reads was skipped.
    ///
    /// @param why goes after its name
    void travels(AssetPartition target, String why) {
        decided.travels(graph.placeOf(target.asset()), target.ordinal(), why);
    }

    /// Of an asset, what was skipped and is not decided again.
    ///
    /// @param computed what the plan computes of it
    PartitionSet of(int place, PartitionSet computed) {
        SortedMap<Integer, StandingSkip> standing = needs.skips(place);
        PartitionSet skipped = decided.travelled(place);
        if (!standing.isEmpty()) {
            skipped = skipped.union(
                    PartitionSet.of(standing.keySet().stream().mapToInt(Integer::intValue)).minus(computed));
        }
        return skipped;
    }

    /// Why it was skipped, to go after its name; null if it was not.
    @Nullable
    String why(AssetPartition target) {
        int place = graph.placeOf(target.asset());
        StandingSkip standing = needs.skips(place).get(target.ordinal());
        return standing == null ? decided.whyTravelled(place, target.ordinal()) : "was skipped: " + standing.why();
    }
}
