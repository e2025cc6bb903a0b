package dev.weir.materializer.backup;

import dev.weir.materializer.hash.FileHash;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/// The rows of a database in a compressed file.
record RowsFile(Path path) {

    private static final int BUFFER = 1 << 16;

    record Written(DatabaseRows.Moment moment, String sha256) {}

    /// Durable when this returns.
    Written write(DatabaseRows database) throws IOException {
        DatabaseRows.Moment moment =
                database.writeTo(() -> new GZIPOutputStream(new FileOutputStream(path.toFile()), BUFFER));
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
        return new Written(moment, FileHash.of(path).toString());
    }

    /// @throws IOException if it is not what was written
    void read(DatabaseRows database, String sha256) throws IOException {
        if (!FileHash.of(path).toString().equals(sha256)) {
            throw new IOException("%s is damaged, its SHA-256 is another".formatted(path.getFileName()));
        }
        database.readFrom(() -> new GZIPInputStream(Files.newInputStream(path), BUFFER));
    }
}
