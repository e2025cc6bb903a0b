package dev.weir.materializer.hash;

import dev.weir.assets.digest.Digest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/// SHA-256 of what a file holds.
public final class FileHash {

    private static final int BUFFER = 1 << 16;

    private FileHash() {}

    public static Digest of(Path file) throws IOException {
        Sha256 sha256 = Sha256.of(Files.size(file));
        byte[] buffer = new byte[BUFFER];
        try (InputStream bytes = Files.newInputStream(file)) {
            for (int n = bytes.read(buffer); n >= 0; n = bytes.read(buffer)) {
                sha256.update(buffer, n);
            }
        }
        byte[] hash = new byte[Digest.BYTES];
        sha256.finish(hash);
        return Digest.of(hash);
    }
}
