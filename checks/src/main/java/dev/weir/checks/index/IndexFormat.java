package dev.weir.checks.index;

import dev.weir.assets.problem.ProblemCode;
import dev.weir.assets.problem.WeirException;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.zip.CRC32;

/// How the index of a class is written as bytes: a magic word, the number of the format, the version of the Weir that
/// wrote it, then the length, the checksum and the content. The first three stay as they are in every format to come,
/// so that any Weir can say which one it met.
public final class IndexFormat {

    /// The one format that this Weir writes and reads.
    public static final int NUMBER = 6;

    private static final int MAGIC = 0x57454952; // WEIR

    private IndexFormat() {}

    public static byte[] write(ClassIndex index) {
        try {
            ByteArrayOutputStream content = new ByteArrayOutputStream();
            new IndexOutput(new DataOutputStream(content)).write(index);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream(content.size() + 64);
            DataOutputStream out = new DataOutputStream(bytes);
            out.writeInt(MAGIC);
            out.writeInt(NUMBER);
            out.writeUTF(WeirVersion.current());
            out.writeInt(content.size());
            out.writeInt(checksum(ByteBuffer.wrap(content.toByteArray())));
            content.writeTo(out);
            return bytes.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /// @param declaringClass the binary name of the class the bytes are said to be the index of, for messages
    /// @throws WeirException `FOREIGN_INDEX` if the bytes are in another format, `DAMAGED_INDEX` if they are
    ///     no index
    public static ClassIndex read(String declaringClass, byte[] bytes) {
        try {
            ByteBuffer content = content(declaringClass, ByteBuffer.wrap(bytes));
            ClassIndex index = new IndexInput(content).read();
            if (content.hasRemaining()) {
                throw new IllegalArgumentException("bytes are left over");
            }
            return index;
        } catch (WeirException foreign) {
            throw foreign;
        } catch (RuntimeException unreadable) {
            throw new WeirException(ProblemCode.DAMAGED_INDEX, damaged(declaringClass), unreadable);
        }
    }

    private static ByteBuffer content(String declaringClass, ByteBuffer in) {
        if (in.getInt() != MAGIC) {
            throw new IllegalArgumentException("no magic word");
        }
        int number = in.getInt();
        if (number != NUMBER) {
            throw new WeirException(
                    ProblemCode.FOREIGN_INDEX,
                    ("Class %s was compiled for another Weir (index format %d, this one reads %d): "
                                    + "recompile it with this version's processor")
                            .formatted(declaringClass, number, NUMBER));
        }
        in.position(in.position() + Short.BYTES + in.getShort(in.position()));
        int length = in.getInt();
        int checksum = in.getInt();
        if (in.remaining() != length || checksum(in.duplicate()) != checksum) {
            throw new IllegalArgumentException("content differs from its checksum");
        }
        return in;
    }

    private static String damaged(String declaringClass) {
        return "The index of class %s is damaged: recompile the class, or fetch its jar again"
                .formatted(declaringClass);
    }

    private static int checksum(ByteBuffer content) {
        CRC32 crc = new CRC32();
        crc.update(content);
        return (int) crc.getValue();
    }
}
