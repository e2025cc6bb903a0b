package dev.weir.materializer.warehouse;

import dev.weir.materializer.adopt.Adoption;
import dev.weir.materializer.adopt.AdoptionStore;
import dev.weir.materializer.json.Json;
import dev.weir.materializer.version.EnvironmentName;
import dev.weir.materializer.version.Version;
import dev.weir.materializer.warehouse.FileOps.Sharing;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Remembers what is accepted, and notes it among the manifests as well, which the database can be rebuilt from.
///
/// Invariants. A note is durable before the store is asked, and gets its place in `accepted/` when the store has accepted.
/// Until then its writer shares the lock of the warehouse: who has that lock alone and finds a note that is pending finds
/// what a dead process has left, and the store's word on it is final. A store that fails has said nothing: the note waits.
public final class NotedAdoptions implements AdoptionStore {

    private static final int FORMAT = 1;
    private static final String PENDING = ".accept.json";
    private static final String UNFINISHED = PENDING + ".tmp";

    private final Warehouse warehouse;
    private final AdoptionStore store;

    public NotedAdoptions(Warehouse warehouse, AdoptionStore store) {
        this.warehouse = warehouse;
        this.store = store;
    }

    @Override
    public boolean adopt(UUID id, EnvironmentName environment, List<Adoption> adoptions, String reason, Instant at) {
        try (Closeable _ = warehouse.files().lock(warehouse.lockFile(), Sharing.SHARED)) {
            Path pending = warehouse.manifestsFolder().resolve(id + PENDING);
            warehouse
                    .durable()
                    .replace(
                            pending,
                            pending.resolveSibling(id + UNFINISHED),
                            ByteBuffer.wrap(note(id, environment, adoptions, reason, at)));
            boolean happened = store.adopt(id, environment, adoptions, reason, at);
            settle(pending, happened);
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
        try {
            for (Path file : warehouse.files().list(warehouse.manifestsFolder())) {
                String name = file.getFileName().toString();
                if (name.endsWith(PENDING) || name.endsWith(UNFINISHED)) {
                    recover(file, name);
                }
            }
        } catch (IOException failure) {
            throw Failures.of(warehouse.root(), "be tidied", failure);
        }
    }

    private void recover(Path file, String name) throws IOException {
        try (Closeable _ = warehouse.files().lock(warehouse.lockFile(), Sharing.ALONE)) {
            if (name.endsWith(UNFINISHED)) {
                warehouse.files().delete(file);
            } else if (warehouse.files().size(file).isPresent()) {
                settle(file, store.hasAdopted(UUID.fromString(name.substring(0, name.length() - PENDING.length()))));
            }
        }
    }

    private void settle(Path pending, boolean happened) throws IOException {
        if (!happened) {
            warehouse.files().delete(pending);
            return;
        }
        Path accepted = warehouse.acceptedFolder();
        warehouse.files().createFolder(accepted);
        String name = pending.getFileName().toString().replace(PENDING, ".json");
        warehouse.files().move(pending, accepted.resolve(name));
        warehouse.durable().sync(List.of(accepted, warehouse.manifestsFolder()));
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
