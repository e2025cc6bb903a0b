package dev.weir.assets.digest;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.SortedMap;

/// Feeds values into SHA-256 with their boundaries: each part's length goes before its bytes, so that `("ab", "c")` and
/// `("a", "bc")` never meet. Not safe for threads.
public final class Hasher {

    private final MessageDigest sha256 = sha256();
    // Values are small and many: they are fed together, as each call of the digest costs more than a value's bytes.
    private final byte[] waiting = new byte[512];
    private int size;

    public Hasher add(byte[] bytes) {
        add(bytes.length);
        if (bytes.length > waiting.length - size) {
            flush();
        }
        if (bytes.length > waiting.length) {
            sha256.update(bytes);
        } else {
            System.arraycopy(bytes, 0, waiting, size, bytes.length);
            size += bytes.length;
        }
        return this;
    }

    public Hasher add(String text) {
        return add(text.getBytes(StandardCharsets.UTF_8));
    }

    public Hasher add(long number) {
        if (size > waiting.length - Long.BYTES) {
            flush();
        }
        for (int shift = Long.SIZE - Byte.SIZE; shift >= 0; shift -= Byte.SIZE) {
            waiting[size++] = (byte) (number >>> shift);
        }
        return this;
    }

    public Hasher add(Digest digest) {
        return add(digest.a()).add(digest.b()).add(digest.c()).add(digest.d());
    }

    public Hasher add(Collection<String> texts) {
        add(texts.size());
        texts.forEach(this::add);
        return this;
    }

    public Hasher add(SortedMap<String, String> map) {
        add(map.size());
        map.forEach((name, value) -> add(name).add(value));
        return this;
    }

    /// The digest of all that was added; the hasher starts anew.
    public Digest finish() {
        flush();
        return Digest.of(sha256.digest());
    }

    private void flush() {
        sha256.update(waiting, 0, size);
        size = 0;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every JDK has SHA-256", impossible);
        }
    }
}
