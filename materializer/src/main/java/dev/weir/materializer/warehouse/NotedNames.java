package dev.weir.materializer.warehouse;

import dev.weir.assets.AssetKey;
import dev.weir.materializer.version.AssetNames;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/// Lets a store rename assets, and notes that among the manifests as well, which have the keys of their time and which the
/// database can be rebuilt from.
public final class NotedNames implements AssetNames {

    private final Warehouse warehouse;
    private final AssetNames store;
    private final LongSupplier sequence;
    private final Supplier<UUID> ids;
    private final PendingNotes notes;

    /// @param sequence the newest number among the commits of the store
    /// @param ids of notes that are pending
    public NotedNames(Warehouse warehouse, AssetNames store, LongSupplier sequence, Supplier<UUID> ids) {
        this.warehouse = warehouse;
        this.store = store;
        this.sequence = sequence;
        this.ids = ids;
        this.notes = new PendingNotes(warehouse, warehouse.renamedFolder(), "rename");
    }

    @Override
    public void readAs(AssetKey asset, List<AssetKey> former) {
        store.readAs(asset, former);
    }

    @Override
    public Optional<AssetKey> formerOf(AssetKey asset, List<AssetKey> former) {
        return store.formerOf(asset, former);
    }

    @Override
    public boolean knows(AssetKey asset) {
        return store.knows(asset);
    }

    @Override
    public Optional<AssetKey> rename(AssetKey asset, List<AssetKey> former) {
        Optional<AssetKey> known = store.formerOf(asset, former);
        if (known.isEmpty()) {
            return known;
        }
        try (Closeable _ = notes.lock()) {
            UUID id = ids.get();
            Path pending = notes.write(id, RenamedNote.unsettled(known.get(), asset));
            Optional<AssetKey> renamed = store.rename(asset, List.of(known.get()));
            notes.settle(pending, renamed.map(_ -> nameOfNow(id)));
            return renamed;
        } catch (IOException failure) {
            throw Failures.of(warehouse.root(), "note what is renamed", failure);
        }
    }

    // Whoever commits something since then knows it by the new key.
    private String nameOfNow(UUID id) {
        return RenamedNote.nameOf(sequence.getAsLong(), id);
    }

    /// Settles what processes that died have left. To be called when a process starts, before it renames or runs anything.
    public void recover() {
        notes.recover((id, file) -> {
            RenamedNote note = RenamedNote.parse(warehouse.files().read(file), 0);
            boolean isToBeDone = store.formerOf(note.asset(), List.of(note.former())).isPresent();
            return isToBeDone ? Optional.empty() : Optional.of(nameOfNow(id));
        });
    }
}
