package dev.weir.materializer.warehouse;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/// Remembers in a warehouse which backup is being brought back, from before the first row until after the last file: who was
/// cut short in between goes on with it.
public final class Restoration {

    private final Warehouse warehouse;
    private final Path mark;

    Restoration(Warehouse warehouse) {
        this.warehouse = warehouse;
        this.mark = warehouse.root().resolve("weir-restoring");
    }

    /// The backup that was begun with and not ended, by the SHA-256 of its rows.
    public Optional<String> underWay() {
        try {
            return warehouse.files().size(mark).isEmpty()
                    ? Optional.empty()
                    : Optional.of(new String(warehouse.files().read(mark), StandardCharsets.UTF_8).strip());
        } catch (IOException failure) {
            throw Failures.of(warehouse.root(), "be restored into", failure);
        }
    }

    /// Durable when it returns.
    public void begin(String rows) {
        try {
            Path temporary = mark.resolveSibling(mark.getFileName() + ".tmp");
            ByteBuffer content = ByteBuffer.wrap((rows + "\n").getBytes(StandardCharsets.UTF_8));
            warehouse.durable().replace(mark, temporary, content);
        } catch (IOException failure) {
            throw Failures.of(warehouse.root(), "be restored into", failure);
        }
    }

    /// All is there.
    public void end() {
        try {
            warehouse.files().delete(mark);
        } catch (IOException failure) {
            throw Failures.of(warehouse.root(), "be restored into", failure);
        }
    }
}
