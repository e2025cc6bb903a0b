package dev.weir.materializer.run;

import dev.weir.assets.spec.PoolName;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The slots of the pools that the runs of one process share. How many are taken is never kept as a number: it is how many
/// steps are at work, or wait for those of other processes. Threads may share it.
///
/// Invariant: whenever a step leaves, the one of each run that has waited longest is told, so that none waits for room that
/// is there, whichever run comes to an end meanwhile.
public final class PoolSlots {

    private final Map<PoolName, Set<Place>> inside = new HashMap<>();
    private final Map<PoolName, Deque<Place>> waiting = new HashMap<>();

    /// A step of a run.
    record Place(Pools run, int number) {}

    /// Lets a step in if there is room; otherwise it waits. A run takes no more slots than it could be at work in.
    synchronized boolean enter(PoolName pool, int limit, Place place) {
        Set<Place> places = inside.computeIfAbsent(pool, _ -> new LinkedHashSet<>());
        if (places.size() < limit && of(place.run(), places) < place.run().parallel() && places.add(place)) {
            return true;
        }
        waiting.computeIfAbsent(pool, _ -> new ArrayDeque<>()).add(place);
        return false;
    }

    private static int of(Pools run, Set<Place> places) {
        int of = 0;
        for (Place place : places) {
            if (place.run().equals(run)) {
                of++;
            }
        }
        return of;
    }

    /// Takes a step out, and tells other runs.
    ///
    /// @return the step of its own run that has waited longest for the room it leaves
    synchronized Optional<Integer> leave(PoolName pool, Place place) {
        if (!inside.getOrDefault(pool, Set.of()).remove(place)) {
            return Optional.empty();
        }
        Optional<Integer> own = Optional.empty();
        Set<Pools> told = new HashSet<>();
        for (Iterator<Place> each = waitingFor(pool).iterator(); each.hasNext(); ) {
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

    /// The step of a run that has waited longest, after the one that was told before turned out not to need it.
    synchronized Optional<Integer> next(PoolName pool, Pools run) {
        for (Iterator<Place> each = waitingFor(pool).iterator(); each.hasNext(); ) {
            Place next = each.next();
            if (next.run().equals(run)) {
                each.remove();
                return Optional.of(next.number());
            }
        }
        return Optional.empty();
    }

    private Deque<Place> waitingFor(PoolName pool) {
        return waiting.getOrDefault(pool, new ArrayDeque<>());
    }

    /// Takes out all of a run that has ended.
    synchronized void leave(Pools run) {
        waiting.values().forEach(places -> places.removeIf(place -> place.run().equals(run)));
        for (Map.Entry<PoolName, Set<Place>> pool : inside.entrySet()) {
            for (Place place : List.copyOf(pool.getValue())) {
                if (place.run().equals(run)) {
                    Optional<Integer> _ = leave(pool.getKey(), place);
                }
            }
        }
    }
}
