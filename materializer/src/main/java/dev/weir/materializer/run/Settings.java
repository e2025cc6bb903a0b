package dev.weir.materializer.run;

import dev.weir.assets.spec.PoolName;
import java.util.Map;

/// How a run is executed.
///
/// @param parallel how many attempts may be under way at once
/// @param pools how many of them in each pool; a pool that is not here has no limit
/// @param slots of these pools, shared with other runs of the process
/// @param largestGroup about how many results are committed together at most
public record Settings(int parallel, Map<PoolName, Integer> pools, PoolSlots slots, int largestGroup) {

    // Beyond this a larger group is hardly cheaper for a result, and keeps its readers waiting.
    private static final int LARGEST_GROUP = 1024;

    public Settings {
        pools = Map.copyOf(pools);
        if (parallel < 1) {
            throw new IllegalArgumentException("At least one step must be able to run, not " + parallel);
        }
        if (largestGroup < 1) {
            throw new IllegalArgumentException("A group holds at least one result, not " + largestGroup);
        }
    }

    public Settings(int parallel, Map<PoolName, Integer> pools, PoolSlots slots) {
        this(parallel, pools, slots, LARGEST_GROUP);
    }

    /// With pools of its own.
    public Settings(int parallel, Map<PoolName, Integer> pools) {
        this(parallel, pools, new PoolSlots());
    }

    /// With as many at once, and no pools.
    public Settings(int parallel) {
        this(parallel, Map.of());
    }

    /// Twice the processors: most assets wait for something now and then.
    public static Settings forThisMachine() {
        return new Settings(2 * Runtime.getRuntime().availableProcessors(), Map.of());
    }
}
