package dev.weir.lineageui.server;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/// Makes large texts smaller for callers that can read that. One that has a tag is asked for again until it changes: it is made
/// smaller once, and more thoroughly.
final class Zipping {
    /// Of less there is nothing to save.
    private static final int LEAST = 2_048;

    private volatile @Nullable Kept latest;

    private record Kept(String tag, ByteBuffer bytes) {}

    static boolean isWorthwhile(String text) {
        return text.length() >= LEAST;
    }

    /// @param tag names exactly this text; empty if it has none
    ByteBuffer zipped(String text, String tag) {
        Kept known = latest;
        if (known != null && !tag.isEmpty() && known.tag.equals(tag)) {
            return known.bytes.duplicate();
        }
        ByteBuffer bytes = zip(text.getBytes(StandardCharsets.UTF_8), tag.isEmpty() ? Deflater.BEST_SPEED : Deflater.DEFAULT_COMPRESSION);
        if (!tag.isEmpty()) {
            latest = new Kept(tag, bytes);
        }
        return bytes.duplicate();
    }

    private static ByteBuffer zip(byte[] plain, int level) {
        ByteArrayOutputStream small = new ByteArrayOutputStream(plain.length / 4);
        try (OutputStream zip = new Zip(small, level)) {
            zip.write(plain);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return ByteBuffer.wrap(small.toByteArray());
    }

    private static final class Zip extends GZIPOutputStream {
        private static final int BUFFER = 1 << 13;

        Zip(OutputStream out, int level) throws IOException {
            super(out, BUFFER);
            def.setLevel(level);
        }
    }
}
