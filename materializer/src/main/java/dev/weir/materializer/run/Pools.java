package dev.weir.materializer.run;

import dev.weir.assets.spec.PoolName;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;

/// The pools as one run sees them: which of its steps may be at work in each. For one thread, but for what it is told.
final class Pools implements AutoCloseable {

    private final Map<PoolName, Integer> limits;
    private final PoolSlots slots;
    private final IntConsumer room;

    /// @param limits how many may be at work at once; a pool that is not here takes any number
    /// @param slots shared with other runs
    /// @param room told, by any thread, of a step that may try again, as another run has left room
    Pools(Map<PoolName, Integer> limits, PoolSlots slots, IntConsumer room) {
        this.limits = limits;
        this.slots = slots;
        this.room = room;
    }

    /// Lets a step in if there is room; otherwise it waits, and [#leave] gives it back once there is.
    boolean enter(Optional<PoolName> pool, int place) {
        return pool.isEmpty()
                || slots.enter(
                        pool.get(),
                        limits.getOrDefault(pool.get(), Integer.MAX_VALUE),
                        new PoolSlots.Place(this, place));
    }

    /// Takes a step out.
    ///
    /// @return the one that has waited longest for the room it leaves
    Optional<Integer> leave(Optional<PoolName> pool, int place) {
        return pool.flatMap(name -> slots.leave(name, new PoolSlots.Place(this, place)));
    }

    void tellRoomFor(int place) {
        room.accept(place);
    }

    /// Takes all out.
    @Override
    public void close() {
        slots.leave(this);
    }
}
