package dev.weir.materializer.kept;

import dev.weir.partitions.PartitionSet;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/// Writes values into memory, each text and each set once. [KeptInput] reads the same in the same order; the two are to be read side by
/// side.
public final class KeptOutput {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final DataOutputStream out = new DataOutputStream(bytes);
    private final Map<ByteBuffer, Integer> blocks = new HashMap<>();

    public void number(long number) {
        try {
            out.writeLong(number);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    public void text(String text) {
        block(text.getBytes(StandardCharsets.UTF_8));
    }

    public void set(PartitionSet set) {
        block(set.toBytes());
    }

    // A number that nothing has yet says that the bytes follow.
    private void block(byte[] block) {
        Integer known = blocks.putIfAbsent(ByteBuffer.wrap(block), blocks.size());
        try {
            if (known == null) {
                out.writeInt(blocks.size() - 1);
                out.writeInt(block.length);
                out.write(block);
            } else {
                out.writeInt(known);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    byte[] toBytes() {
        return bytes.toByteArray();
    }
}
