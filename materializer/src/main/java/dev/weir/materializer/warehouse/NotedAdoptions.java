package dev.weir.materializer.warehouse;

import dev.weir.materializer.adopt.Adoption;
import dev.weir.materializer.adopt.AdoptionStore;
import dev.weir.materializer.json.Json;
import dev.weir.materializer.version.EnvironmentName;
import dev.weir.materializer.version.Version;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Remembers what is accepted, and notes it among the manifests as well, which the database can be rebuilt from.
public final class NotedAdoptions implements AdoptionStore {

    private static final int FORMAT = 1;

    private final Warehouse warehouse;
    private final AdoptionStore store;
    private final PendingNotes notes;

    public NotedAdoptions(Warehouse warehouse, AdoptionStore store) {
        this.warehouse = warehouse;
        this.store = store;
        this.notes = new PendingNotes(warehouse, warehouse.acceptedFolder(), "accept");
    }

    @Override
    public boolean adopt(UUID id, EnvironmentName environment, List<Adoption> adoptions, String reason, Instant at) {
        try (Closeable _ = notes.lock()) {
            Path pending = notes.write(id, note(id, environment, adoptions, reason, at));
            boolean happened = store.adopt(id, environment, adoptions, reason, at);
            notes.settle(pending, nameOf(id, happened));
            return happened;
        } catch (IOException failure) {
            throw Failures.of(warehouse.root(), "note what is accepted", failure);
        }
    }

    @Override
    public boolean hasAdopted(UUID id) {
        return store.hasAdopted(id);
    }

    /// Settles what processes that died have left. To be called when a process starts.
    public void recover() {
        notes.recover((id, _) -> nameOf(id, store.hasAdopted(id)));
    }

    private static Optional<String> nameOf(UUID id, boolean happened) {
        return happened ? Optional.of(id + ".json") : Optional.empty();
    }

    private static byte[] note(
            UUID id, EnvironmentName environment, List<Adoption> adoptions, String reason, Instant at) {
        Map<String, Object> note = new LinkedHashMap<>();
        note.put("format", FORMAT);
        note.put("id", id);
        note.put("environment", environment.value());
        note.put("at", at);
        note.put("reason", reason);
        note.put("versions", adoptions.stream().map(Adoption::after).map(NotedAdoptions::version).toList());
        return Json.write(note).getBytes(StandardCharsets.UTF_8);
    }

    private static Map<String, Object> version(Version accepted) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("asset", accepted.target().asset());
        line.put("ordinal", accepted.target().ordinal());
        line.put("version", accepted.id());
        line.put("code", accepted.digests().code().value());
        line.put("config", accepted.digests().config().value());
        line.put("metadata", accepted.metadata());
        return line;
    }
}
