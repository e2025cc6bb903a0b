package dev.weir.materializer.run;

import dev.weir.assets.spec.PoolName;
import dev.weir.materializer.version.RunId;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// The pools as one run sees them: which of its steps may be at work in each. A step takes a slot of this process first, which
/// keeps the order of those that wait here, and then one that all processes know of, where there are others. For one thread,
/// but for what others tell it.
///
/// Invariant: a step that has a slot and is not at work is told of room, and then takes it up with [#enter], or leaves it with
/// [#pass].
final class Pools implements AutoCloseable {

    private final RunId run;
    private final Settings settings;
    private final Optional<SharedSlots> shared;
    private final Listener listener;
    private final Set<Integer> entered = ConcurrentHashMap.newKeySet();

    /// Hears, from any thread, what became of steps that wait.
    interface Listener {
        /// A step may try again.
        void room(int place);

        /// There is no room for a step, as those of other processes have it.
        void full(int place);
    }

    /// @param shared where runs of other processes are at work too
    Pools(RunId run, Settings settings, Optional<SharedSlots> shared, Listener listener) {
        this.run = run;
        this.settings = settings;
        this.shared = shared;
        this.listener = listener;
    }

    /// Lets a step in if there is room; otherwise it waits, and somebody tells once there may be.
    boolean enter(Optional<PoolName> named, int place) {
        Integer limit = limit(named);
        if (limit == null || entered.remove(place)) {
            return true;
        }
        PoolName pool = named.orElseThrow();
        if (!settings.slots().enter(pool, limit, new PoolSlots.Place(this, place))) {
            return false;
        }
        shared.ifPresent(slots -> slots.enter(
                new PoolStore.Slot(pool, run, place), limit, () -> listener.full(place), () -> tellEntered(place)));
        return shared.isEmpty();
    }

    private void tellEntered(int place) {
        entered.add(place);
        listener.room(place);
    }

    /// Takes a step out.
    ///
    /// @return the one that has waited longest for the room it leaves, if that is known at once
    Optional<Integer> leave(Optional<PoolName> named, int place) {
        if (limit(named) == null) {
            return Optional.empty();
        }
        PoolName pool = named.orElseThrow();
        if (shared.isEmpty()) {
            return settings.slots().leave(pool, new PoolSlots.Place(this, place));
        }
        // Nobody here may try before all can see that there is room.
        shared.get().leave(new PoolStore.Slot(pool, run, place), () -> settings.slots()
                .leave(pool, new PoolSlots.Place(this, place))
                .ifPresent(listener::room));
        return Optional.empty();
    }

    /// For a step that was told of room and needs it no more.
    ///
    /// @return the one that has waited longest besides
    Optional<Integer> pass(Optional<PoolName> named, int place) {
        if (limit(named) == null) {
            return Optional.empty();
        }
        return entered.remove(place) ? leave(named, place) : settings.slots().next(named.orElseThrow(), this);
    }

    private @Nullable Integer limit(Optional<PoolName> named) {
        return named.isEmpty() ? null : settings.pools().get(named.get());
    }

    void tellRoomFor(int place) {
        listener.room(place);
    }

    /// How many of its steps can be at work at once, in whatever pool.
    int parallel() {
        return settings.parallel();
    }

    /// Takes all out.
    @Override
    public void close() {
        shared.ifPresent(SharedSlots::close);
        settings.slots().leave(this);
    }
}
