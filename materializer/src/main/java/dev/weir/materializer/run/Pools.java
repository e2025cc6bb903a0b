package dev.weir.materializer.run;

import dev.weir.assets.spec.PoolName;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Which steps of a run are at work in each pool, and which wait for room in one. How many slots are taken is never kept
/// as a number: it is how many steps are at work. For one thread.
final class Pools {

    private final Map<PoolName, Integer> limits;
    private final Map<PoolName, Set<Integer>> atWork = new HashMap<>();
    private final Map<PoolName, Deque<Integer>> waiting = new HashMap<>();

    /// @param limits how many may be at work at once; a pool that is not here takes any number
    Pools(Map<PoolName, Integer> limits) {
        this.limits = limits;
    }

    /// Lets a step in if there is room; otherwise it waits, and [#leave] gives it back once there is.
    boolean enter(Optional<PoolName> pool, int place) {
        if (pool.isEmpty()) {
            return true;
        }
        Set<Integer> inside = atWork.computeIfAbsent(pool.get(), _ -> new HashSet<>());
        if (inside.size() < limits.getOrDefault(pool.get(), Integer.MAX_VALUE)) {
            return inside.add(place);
        }
        waiting.computeIfAbsent(pool.get(), _ -> new ArrayDeque<>()).add(place);
        return false;
    }

    /// Takes a step out.
    ///
    /// @return the one that has waited longest for the room it leaves
    Optional<Integer> leave(Optional<PoolName> pool, int place) {
        if (pool.isEmpty() || !atWork.getOrDefault(pool.get(), Set.of()).remove(place)) {
            return Optional.empty();
        }
        return Optional.ofNullable(waiting.getOrDefault(pool.get(), new ArrayDeque<>()).poll());
    }
}
