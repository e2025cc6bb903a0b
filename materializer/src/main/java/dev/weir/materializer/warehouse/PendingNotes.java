package dev.weir.materializer.warehouse;

import dev.weir.materializer.warehouse.FileOps.Sharing;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Notes among the manifests of what a store is asked for: durable before it is asked, and in their place when it has done so.
///
/// Who writes one shares the lock of the warehouse until it is settled: who has that lock alone and finds one that is pending
/// finds what a dead process has left, and the store's word on it is final. A store that fails has said nothing: the note waits.
final class PendingNotes {

    private final Warehouse warehouse;
    private final Path folder;
    private final String pending;
    private final String unfinished;

    /// @param folder of those that are settled
    /// @param kind part of the name of those that are pending
    PendingNotes(Warehouse warehouse, Path folder, String kind) {
        this.warehouse = warehouse;
        this.folder = folder;
        this.pending = ".%s.json".formatted(kind);
        this.unfinished = pending + ".tmp";
    }

    /// To be held from before [#write] until after [#settle].
    Closeable lock() throws IOException {
        return warehouse.files().lock(warehouse.lockFile(), Sharing.SHARED);
    }

    Path write(UUID id, byte[] note) throws IOException {
        Path file = warehouse.manifestsFolder().resolve(id + pending);
        warehouse.durable().replace(file, file.resolveSibling(id + unfinished), ByteBuffer.wrap(note));
        return file;
    }

    /// @param name of the note in its folder; empty if what it tells has not happened
    void settle(Path note, Optional<String> name) throws IOException {
        if (name.isEmpty()) {
            warehouse.files().delete(note);
            return;
        }
        warehouse.files().createFolder(folder);
        warehouse.files().move(note, folder.resolve(name.get()));
        warehouse.durable().sync(List.of(folder, warehouse.manifestsFolder()));
    }

    /// Says what became of a note that is pending.
    interface Outcome {
        /// @return its name in its folder; empty if what it tells has not happened
        Optional<String> of(UUID id, Path note) throws IOException;
    }

    /// Settles what processes that died have left.
    void recover(Outcome outcome) {
        try {
            for (Path file : warehouse.files().list(warehouse.manifestsFolder())) {
                String name = file.getFileName().toString();
                if (name.endsWith(pending) || name.endsWith(unfinished)) {
                    recover(file, name, outcome);
                }
            }
        } catch (IOException failure) {
            throw Failures.of(warehouse.root(), "be tidied", failure);
        }
    }

    private void recover(Path file, String name, Outcome outcome) throws IOException {
        try (Closeable _ = warehouse.files().lock(warehouse.lockFile(), Sharing.ALONE)) {
            if (name.endsWith(unfinished)) {
                warehouse.files().delete(file);
            } else if (warehouse.files().size(file).isPresent()) {
                UUID id = UUID.fromString(name.substring(0, name.length() - pending.length()));
                settle(file, outcome.of(id, file));
            }
        }
    }
}
