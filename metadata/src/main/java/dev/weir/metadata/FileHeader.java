package dev.weir.metadata;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Arrays;
import java.util.Optional;

/// The header of a file of H2's: which chunk is the newest, or was some chunks ago, and whether the file was closed. There are two
/// copies of it.
record FileHeader(CheckedText text) {

    private static final int COPY = 4096;

    /// How many bytes a file begins with that belong to no chunk.
    static final int LENGTH = 2 * COPY;

    private static final String CLOSED = "clean";

    /// What both copies say, or the one that is whole; empty if none is.
    ///
    /// @param bytes both
    static Optional<FileHeader> in(byte[] bytes) {
        return CheckedText.in(bytes)
                .or(() -> CheckedText.in(Arrays.copyOfRange(bytes, COPY, LENGTH)))
                .map(FileHeader::new);
    }

    /// Whether the file was closed by whoever wrote to it last.
    static boolean saysClosed(FileChannel file) throws IOException {
        return saysClosed(WholeChunk.read(file, 0, LENGTH));
    }

    /// Whether both copies say that.
    static boolean saysClosed(byte[] bytes) {
        return Arrays.equals(bytes, 0, COPY, bytes, COPY, LENGTH)
                && CheckedText.in(bytes).filter(text -> text.get(CLOSED) != null).isPresent();
    }

    FileHeader ofOpenFile() {
        return new FileHeader(text.without(CLOSED));
    }

    /// The same, with the newest chunk of a file that was not closed.
    FileHeader naming(WholeChunk newest) {
        return new FileHeader(text.without(CLOSED)
                .with("chunk", newest.id())
                .with("block", newest.block())
                .with("version", newest.version()));
    }

    FileHeader writtenTo(FileChannel file) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(bytes());
        while (bytes.hasRemaining()) {
            int _ = file.write(bytes, bytes.position());
        }
        return this;
    }

    byte[] bytes() {
        byte[] copy = text.bytes();
        byte[] both = new byte[LENGTH];
        System.arraycopy(copy, 0, both, 0, copy.length);
        System.arraycopy(copy, 0, both, COPY, copy.length);
        return both;
    }
}
