package dev.weir.materializer.kept;

import dev.weir.assets.digest.Digest;
import dev.weir.assets.digest.Hasher;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A file that may be deleted at any time: a magic word, the number of its form, its length, the digest of what it is about, the digest of
/// the content, and the content. Whatever is odd about it takes it away, and nothing was kept.
public final class KeptFile {

    private static final Logger LOG = LoggerFactory.getLogger(KeptFile.class);
    private static final int MAGIC = 0x57454B50; // WEKP
    private static final int FORM = 1;
    private static final int HEAD = 3 * Integer.BYTES + 2 * Digest.BYTES;

    private final Path path;

    public KeptFile(Path path) {
        this.path = path;
    }

    /// Replaces what was kept, as a whole. Where that cannot be done, it is said in the log and nothing else happens.
    ///
    /// @param about is asked for again when it is read
    public void write(Digest about, Consumer<KeptOutput> writer) {
        KeptOutput content = new KeptOutput();
        writer.accept(content);
        byte[] bytes = content.toBytes();
        ByteBuffer file = ByteBuffer.allocate(HEAD + bytes.length)
                .putInt(MAGIC)
                .putInt(FORM)
                .putInt(bytes.length)
                .put(about.toBytes())
                .put(digestOf(bytes))
                .put(bytes);
        try {
            Files.createDirectories(Objects.requireNonNull(path.toAbsolutePath().getParent()));
            Path fresh = path.resolveSibling(path.getFileName() + ".new-" + ProcessHandle.current().pid());
            Files.write(fresh, file.array());
            Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException unwritable) {
            LOG.warn("kept={} could not be written, which costs the next start time: {}", path, unwritable.toString());
        }
    }

    /// @return empty if there is no such file, or it is about something else, or odd in any way
    public <T> Optional<T> read(Digest about, Function<KeptInput, Optional<T>> reader) {
        try {
            Optional<byte[]> content = content(about, ByteBuffer.wrap(Files.readAllBytes(path)));
            return content.flatMap(bytes -> whole(new KeptInput(ByteBuffer.wrap(bytes)), reader));
        } catch (NoSuchFileException nothing) {
            return Optional.empty();
        } catch (IOException | RuntimeException odd) {
            LOG.warn("kept={} is not as it was written and taken away, everything is looked at anew: {}", path, odd.toString());
            delete();
            return Optional.empty();
        }
    }

    private static Optional<byte[]> content(Digest about, ByteBuffer file) throws IOException {
        if (file.remaining() < HEAD || file.getInt() != MAGIC) {
            throw new IOException("no such file of Weir's");
        }
        if (file.getInt() != FORM) {
            return Optional.empty();
        }
        int length = file.getInt();
        byte[] of = new byte[Digest.BYTES];
        byte[] digest = new byte[Digest.BYTES];
        file.get(of).get(digest);
        if (length != file.remaining()) {
            throw new IOException("%,d bytes in place of %,d".formatted(file.remaining(), length));
        }
        byte[] content = new byte[length];
        file.get(content);
        if (!Arrays.equals(digestOf(content), digest)) {
            throw new IOException("content differs from its digest");
        }
        return Arrays.equals(of, about.toBytes()) ? Optional.of(content) : Optional.empty();
    }

    private static <T> Optional<T> whole(KeptInput in, Function<KeptInput, Optional<T>> reader) {
        Optional<T> read = reader.apply(in);
        if (read.isPresent() && !in.isAtEnd()) {
            throw new IllegalArgumentException("bytes are left over");
        }
        return read;
    }

    private void delete() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException stays) {
            // It is refused again next time, or replaced before.
        }
    }

    private static byte[] digestOf(byte[] content) {
        return new Hasher().add(content).finish().toBytes();
    }
}
