package dev.weir.materializer.memory;

import dev.weir.materializer.adopt.Adoption;
import dev.weir.materializer.adopt.AdoptionStore;
import dev.weir.materializer.version.EnvironmentName;
import dev.weir.materializer.version.Version;
import dev.weir.materializer.version.VersionId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// What was accepted, in memory.
final class InMemoryAdoptionStore implements AdoptionStore {

    private final InMemoryStore store;

    InMemoryAdoptionStore(InMemoryStore store) {
        this.store = store;
    }

    @Override
    public boolean adopt(UUID id, EnvironmentName environment, List<Adoption> adoptions, String reason, Instant at) {
        synchronized (store) {
            if (store.adopted.contains(id)) {
                return true;
            }
            if (!adoptions.stream().allMatch(adoption -> isAsRead(environment, adoption.before()))) {
                return false;
            }
            adoptions.forEach(adoption -> store.versions.put(adoption.after().id(), adoption.after()));
            store.adopted.add(id);
            store.sequence++;
            return true;
        }
    }

    @Override
    public boolean hasAdopted(UUID id) {
        synchronized (store) {
            return store.adopted.contains(id);
        }
    }

    private boolean isAsRead(EnvironmentName environment, Version version) {
        InMemoryStore.Pointer pointer = store.pointer(environment, version.target());
        VersionId current = store.current(pointer);
        Version kept = store.versions.get(version.id());
        return version.id().equals(current) && kept != null && kept.digests().equals(version.digests());
    }
}
