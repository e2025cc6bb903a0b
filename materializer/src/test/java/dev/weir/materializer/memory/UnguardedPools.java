package dev.weir.materializer.memory;

import dev.weir.materializer.run.PoolStore;
import java.util.List;
import java.util.function.BiPredicate;

/// Pools that count others than those who are in them.
public final class UnguardedPools {

    private final InMemoryStore store;

    public UnguardedPools(InMemoryStore store) {
        this.store = store;
    }

    /// The slots of runs that have ended, or whose lease is over, are taken too.
    public PoolStore withTheDead() {
        return counting((inside, slot) -> !inside.equals(slot));
    }

    /// Those of other runs are not.
    public PoolStore ofOneRun() {
        return counting((inside, slot) -> !inside.equals(slot) && inside.run().equals(slot.run()));
    }

    /// Who asks again finds itself.
    public PoolStore ofItself() {
        return counting((inside, slot) -> store.pools().taken().contains(inside));
    }

    /// First it is looked whether there is room, and then, after something else, it is taken.
    public PoolStore lookingFirst(Runnable somethingElse) {
        return new Changed(store.pools()) {
            @Override
            public boolean enter(Slot slot, int limit) {
                List<Slot> before = store.pools().taken();
                somethingElse.run();
                return (before.contains(slot) || count(before, slot) < limit) && super.enter(slot, Integer.MAX_VALUE);
            }
        };
    }

    private PoolStore counting(BiPredicate<PoolStore.Slot, PoolStore.Slot> counts) {
        return new Changed(store.pools()) {
            @Override
            public boolean enter(Slot slot, int limit) {
                List<Slot> inside = store.slots.stream().filter(each -> counts.test(each, slot)).toList();
                boolean room = count(inside, slot) < limit;
                boolean _ = room && store.slots.add(slot);
                return room;
            }
        };
    }

    private static long count(List<PoolStore.Slot> inside, PoolStore.Slot slot) {
        return inside.stream().filter(each -> each.pool().equals(slot.pool())).count();
    }

    private static class Changed implements PoolStore {
        private final PoolStore store;

        Changed(PoolStore store) {
            this.store = store;
        }

        @Override
        public boolean enter(Slot slot, int limit) {
            return store.enter(slot, limit);
        }

        @Override
        public void leave(Slot slot) {
            store.leave(slot);
        }

        @Override
        public List<Slot> taken() {
            return store.taken();
        }
    }
}
