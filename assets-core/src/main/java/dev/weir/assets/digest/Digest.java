package dev.weir.assets.digest;

import java.nio.ByteBuffer;
import java.util.HexFormat;

/// 256 bits that stand for what went into them.
public record Digest(long a, long b, long c, long d) implements Comparable<Digest> {

    public static final int BYTES = 32;

    /// @throws IllegalArgumentException if there are not 32 bytes
    public static Digest of(byte[] bytes) {
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("A digest has 32 bytes, not " + bytes.length);
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        return new Digest(buffer.getLong(), buffer.getLong(), buffer.getLong(), buffer.getLong());
    }

    /// @throws IllegalArgumentException if the text is not 64 hexadecimal digits
    public static Digest parse(String hex) {
        return of(HexFormat.of().parseHex(hex));
    }

    public byte[] toBytes() {
        return ByteBuffer.allocate(BYTES).putLong(a).putLong(b).putLong(c).putLong(d).array();
    }

    /// An order without a meaning, for putting digests of things that have none in one.
    @Override
    public int compareTo(Digest other) {
        int byA = Long.compare(a, other.a);
        int byB = byA != 0 ? byA : Long.compare(b, other.b);
        int byC = byB != 0 ? byB : Long.compare(c, other.c);
        return byC != 0 ? byC : Long.compare(d, other.d);
    }

    /// The first 12 hexadecimal digits, for people.
    public String abbreviated() {
        return toString().substring(0, 12);
    }

    @Override
    public String toString() {
        return HexFormat.of().formatHex(toBytes());
    }
}
