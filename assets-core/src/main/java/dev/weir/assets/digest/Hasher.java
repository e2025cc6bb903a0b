package dev.weir.assets.digest;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.SortedMap;

/// Feeds values into SHA-256 with their boundaries: each part's length goes before its bytes, so that `("ab", "c")` and
/// `("a", "bc")` never meet. Not safe for threads.
public final class Hasher {

    private final MessageDigest sha256 = sha256();
    private final ByteBuffer eight = ByteBuffer.allocate(Long.BYTES);

    public Hasher add(byte[] bytes) {
        add(bytes.length);
        sha256.update(bytes);
        return this;
    }

    public Hasher add(String text) {
        return add(text.getBytes(StandardCharsets.UTF_8));
    }

    public Hasher add(long number) {
        eight.clear().putLong(number);
        sha256.update(eight.array());
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
        return Digest.of(sha256.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every JDK has SHA-256", impossible);
        }
    }
}
