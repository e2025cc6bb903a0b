package dev.weir.materializer.run;

import dev.weir.assets.spec.PoolName;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The slots of the pools that the runs of one process share. How many are taken is never kept as a number: it is how many
/// steps are at work. Threads may share it.
///
/// Invariant: whenever a step leaves, the one of each run that has waited longest is told, so that none waits for room that
/// is there, whichever run comes to an end meanwhile.
public final class PoolSlots {

    private final Map<PoolName, Set<Place>> atWork = new HashMap<>();
    private final Map<PoolName, Deque<Place>> waiting = new HashMap<>();

    /// A step of a run.
    record Place(Pools run, int number) {}

    /// Lets a step in if there is room; otherwise it waits.
    synchronized boolean enter(PoolName pool, int limit, Place place) {
        Set<Place> inside = atWork.computeIfAbsent(pool, _ -> new HashSet<>());
        if (inside.size() < limit) {
            return inside.add(place);
        }
        waiting.computeIfAbsent(pool, _ -> new ArrayDeque<>()).add(place);
        return false;
    }

    /// Takes a step out, and tells other runs.
    ///
    /// @return the step of its own run that has waited longest for the room it leaves
    synchronized Optional<Integer> leave(PoolName pool, Place place) {
        if (!atWork.getOrDefault(pool, Set.of()).remove(place)) {
            return Optional.empty();
        }
        Optional<Integer> own = Optional.empty();
        Set<Pools> told = new HashSet<>();
        for (Iterator<Place> each = waiting.getOrDefault(pool, new ArrayDeque<>()).iterator(); each.hasNext(); ) {
            Place next = each.next();
            if (told.add(next.run())) {
                each.remove();
                if (next.run().equals(place.run())) {
                    own = Optional.of(next.number());
                } else {
                    next.run().tellRoomFor(next.number());
                }
            }
        }
        return own;
    }

    /// Takes out all of a run that has ended.
    synchronized void leave(Pools run) {
        waiting.values().forEach(places -> places.removeIf(place -> place.run().equals(run)));
        for (Map.Entry<PoolName, Set<Place>> pool : atWork.entrySet()) {
            for (Place place : Set.copyOf(pool.getValue())) {
                if (place.run().equals(run)) {
                    Optional<Integer> _ = leave(pool.getKey(), place);
                }
            }
        }
    }
}
