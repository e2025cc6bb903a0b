package dev.weir.materializer.memory;

import dev.weir.materializer.run.PoolStore;
import dev.weir.materializer.run.RunStatus;
import java.util.List;

/// Slots of pools in memory.
final class InMemoryPoolStore implements PoolStore {

    private final InMemoryStore store;

    InMemoryPoolStore(InMemoryStore store) {
        this.store = store;
    }

    @Override
    public boolean enter(Slot slot, int limit) {
        synchronized (store) {
            store.slots.removeIf(each -> !counts(each));
            if (store.slots.contains(slot)) {
                return true;
            }
            long inside = store.slots.stream()
                    .filter(each -> each.pool().equals(slot.pool()))
                    .count();
            return inside < limit && counts(slot) && store.slots.add(slot);
        }
    }

    @Override
    public void leave(Slot slot) {
        synchronized (store) {
            store.slots.remove(slot);
        }
    }

    @Override
    public List<Slot> taken() {
        synchronized (store) {
            return store.slots.stream().filter(this::counts).toList();
        }
    }

    private boolean counts(Slot slot) {
        InMemoryStore.RunState run = store.runs.get(slot.run());
        return run != null && run.run.status() == RunStatus.RUNNING && run.isLiving(store.now());
    }
}
