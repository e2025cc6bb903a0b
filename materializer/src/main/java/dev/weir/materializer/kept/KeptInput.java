package dev.weir.materializer.kept;

import dev.weir.partitions.PartitionSet;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads what [KeptOutput] has written. Equal sets are the same object.
///
/// Every method throws an `IllegalArgumentException` or a `BufferUnderflowException` where the bytes are others.
public final class KeptInput {

    private final ByteBuffer in;
    private final List<Block> blocks = new ArrayList<>();

    KeptInput(ByteBuffer in) {
        this.in = in;
    }

    private static final class Block {
        private final byte[] bytes;
        private @Nullable PartitionSet set;

        Block(byte[] bytes) {
            this.bytes = bytes;
        }
    }

    public long number() {
        return in.getLong();
    }

    /// How many follow.
    public int count() {
        long count = number();
        if (count < 0 || count > in.remaining()) {
            throw new IllegalArgumentException("More follow than there are");
        }
        return (int) count;
    }

    public String text() {
        return new String(block().bytes, StandardCharsets.UTF_8);
    }

    public PartitionSet set() {
        Block block = block();
        if (block.set == null) {
            block.set = PartitionSet.fromBytes(block.bytes);
        }
        return block.set;
    }

    private Block block() {
        int number = in.getInt();
        if (number == blocks.size()) {
            int length = in.getInt();
            if (length < 0 || length > in.remaining()) {
                throw new IllegalArgumentException("Longer than what is there");
            }
            byte[] bytes = new byte[length];
            in.get(bytes);
            blocks.add(new Block(bytes));
        }
        return blocks.get(number);
    }

    boolean isAtEnd() {
        return !in.hasRemaining();
    }
}
