package dev.weir.assets.digest;

import java.nio.ByteBuffer;
import java.util.HexFormat;

/// 256 bits that stand for what went into them.
public record Digest(long a, long b, long c, long d) {

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

    /// The first 12 hexadecimal digits, for people.
    public String abbreviated() {
        return toString().substring(0, 12);
    }

    @Override
    public String toString() {
        return HexFormat.of().formatHex(toBytes());
    }
}
