package dev.weir.lineageui.view;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Arrays;

/// The lines of a file, one after the other, from one byte of it to another. However long a line is, no more than its beginning
/// is kept.
final class LogLines {
    static final int LONGEST = 1 << 16;
    private static final int BUFFER = 1 << 18;

    private final FileChannel file;
    private final long to;
    private final ByteBuffer buffer;
    private final Kept kept = new Kept();
    private long read;
    private long start;
    private long end;

    /// @param from the beginning of a line, or any other byte: then that of the next is the first
    LogLines(FileChannel file, long from, long to) throws IOException {
        this.file = file;
        this.to = to;
        // One byte more, to see whether a line begins here.
        read = Math.max(0, from - 1);
        end = read;
        buffer = ByteBuffer.allocate(Math.clamp(to - read, 1, BUFFER)).limit(0);
        if (from > 0) {
            boolean _ = next();
        }
    }

    /// Goes to the next line that has an end; whether there is one.
    boolean next() throws IOException {
        start = end;
        kept.reset();
        while (buffer.hasRemaining() || fill()) {
            int at = buffer.position();
            int after = endOfLine(at);
            int length = (after < 0 ? buffer.limit() : after - 1) - at;
            kept.write(buffer.array(), at, Math.min(length, LONGEST - kept.size()));
            buffer.position(after < 0 ? buffer.limit() : after);
            if (after >= 0) {
                end = read - buffer.remaining();
                return true;
            }
        }
        return false;
    }

    private int endOfLine(int from) {
        byte[] bytes = buffer.array();
        for (int i = from; i < buffer.limit(); i++) {
            if (bytes[i] == '\n') {
                return i + 1;
            }
        }
        return -1;
    }

    private boolean fill() throws IOException {
        buffer.clear().limit(Math.clamp(to - read, 0, buffer.capacity()));
        int length = buffer.hasRemaining() ? file.read(buffer, read) : -1;
        buffer.flip();
        read += Math.max(0, length);
        return length > 0;
    }

    /// The byte at which the line begins.
    long start() {
        return start;
    }

    /// The byte behind its end.
    long end() {
        return end;
    }

    /// The line, without its end; its beginning if it is very long.
    byte[] text() {
        return kept.toByteArray();
    }

    /// Whether the line begins with these.
    boolean begins(byte[] bytes) {
        return kept.begins(bytes);
    }

    /// How many bytes of the line are not in its text.
    long cut() {
        return end - 1 - start - kept.size();
    }

    private static final class Kept extends ByteArrayOutputStream {
        boolean begins(byte[] bytes) {
            return count >= bytes.length && Arrays.equals(buf, 0, bytes.length, bytes, 0, bytes.length);
        }
    }
}
