package dev.weir.metadata;

import dev.weir.assets.AssetKey;
import dev.weir.assets.digest.Digest;
import dev.weir.materializer.version.InputUse;
import dev.weir.materializer.version.VersionId;
import dev.weir.partitions.PartitionSet;
import java.nio.ByteBuffer;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/// What a version read, in a few bytes: for each input a kind, then numbers in groups of seven bits, ids and digests as
/// they are. The first byte is the number of this form.
final class InputBytes {

    private static final byte FORM = 1;
    private static final byte EXACT = 0;
    private static final byte MANY = 1;
    private static final int MOST_OF_AN_EXACT = 1 + 5 + 5 + 16;

    private InputBytes() {}

    /// How the number of an asset becomes its key again.
    interface Assets {
        AssetKey asset(int id) throws SQLException;
    }

    static byte @Nullable [] write(List<InputUse> inputs, ToIntFunction<AssetKey> ids) {
        if (inputs.isEmpty()) {
            return null;
        }
        ByteBuffer bytes = ByteBuffer.allocate(1 + inputs.size() * MOST_OF_AN_EXACT);
        bytes.put(FORM);
        for (InputUse use : inputs) {
            switch (use) {
                case InputUse.Exact exact -> {
                    bytes = withRoom(bytes, MOST_OF_AN_EXACT);
                    putNumber(bytes.put(EXACT), ids.applyAsInt(exact.asset()));
                    putNumber(bytes, zigzag(exact.ordinal()));
                    putId(bytes, exact.version().value());
                }
                case InputUse.Many many -> {
                    byte[] set = many.partitions().toBytes();
                    bytes = withRoom(bytes, 1 + 5 + 10 + Digest.BYTES + 5 + set.length);
                    putNumber(bytes.put(MANY), ids.applyAsInt(many.asset()));
                    putNumber(bytes, many.asOf());
                    bytes.put(many.combined().toBytes());
                    putNumber(bytes, set.length);
                    bytes.put(set);
                }
            }
        }
        return Arrays.copyOf(bytes.array(), bytes.position());
    }

    static List<InputUse> read(byte @Nullable [] stored, Assets assets) throws SQLException {
        List<InputUse> inputs = new ArrayList<>();
        if (stored == null) {
            return inputs;
        }
        ByteBuffer bytes = ByteBuffer.wrap(stored);
        byte form = bytes.get();
        if (form != FORM) {
            throw new SQLException("Inputs of a version are written in form %d, which this Weir does not know".formatted(form));
        }
        while (bytes.hasRemaining()) {
            byte kind = bytes.get();
            AssetKey asset = assets.asset((int) number(bytes));
            inputs.add(kind == EXACT ? exact(asset, bytes) : many(asset, bytes));
        }
        return inputs;
    }

    private static InputUse exact(AssetKey asset, ByteBuffer bytes) {
        int ordinal = unzigzag(number(bytes));
        return new InputUse.Exact(asset, ordinal, new VersionId(new UUID(bytes.getLong(), bytes.getLong())));
    }

    private static InputUse many(AssetKey asset, ByteBuffer bytes) {
        long asOf = number(bytes);
        byte[] digest = new byte[Digest.BYTES];
        bytes.get(digest);
        byte[] set = new byte[(int) number(bytes)];
        bytes.get(set);
        return new InputUse.Many(asset, PartitionSet.fromBytes(set), asOf, Digest.of(digest));
    }

    private static ByteBuffer withRoom(ByteBuffer bytes, int room) {
        return bytes.remaining() >= room
                ? bytes
                : ByteBuffer.allocate(bytes.capacity() * 2 + room).put(bytes.flip());
    }

    private static void putId(ByteBuffer bytes, UUID id) {
        bytes.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
    }

    private static void putNumber(ByteBuffer bytes, long number) {
        long rest = number;
        while ((rest & ~0x7fL) != 0) {
            bytes.put((byte) (rest | 0x80));
            rest >>>= 7;
        }
        bytes.put((byte) rest);
    }

    private static long number(ByteBuffer bytes) {
        long number = 0;
        for (int shift = 0; ; shift += 7) {
            byte next = bytes.get();
            number |= (next & 0x7fL) << shift;
            if (next >= 0) {
                return number;
            }
        }
    }

    private static long zigzag(int number) {
        return Integer.toUnsignedLong((number << 1) ^ (number >> 31));
    }

    private static int unzigzag(long number) {
        return (int) (number >>> 1) ^ -(int) (number & 1);
    }
}
