package dev.weir.materializer.run;

import dev.weir.assets.spec.PoolName;
import java.util.Map;

/// How a run is executed.
///
/// @param parallel how many attempts may be under way at once
/// @param pools how many of them in each pool; a pool that is not here has no limit
/// @param slots of these pools, shared with other runs of the process
public record Settings(int parallel, Map<PoolName, Integer> pools, PoolSlots slots) {

    public Settings {
        pools = Map.copyOf(pools);
        if (parallel < 1) {
            throw new IllegalArgumentException("At least one step must be able to run, not " + parallel);
        }
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
