package dev.weir.cli.owner;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/// One thing said over the socket: a letter for its kind, four bytes for the length, the content.
final class Frame {

    /// Enough for all variables and words that a system lets a process have.
    static final int MOST_BYTES = 8 << 20;

    private final Kind kind;
    private final byte[] content;

    Frame(Kind kind, byte[] content) {
        this.kind = kind;
        this.content = content;
    }

    /// What is said.
    enum Kind {
        /// By the client, first: a [Request].
        REQUEST('r'),
        /// By the client: it was interrupted.
        CANCEL('c'),
        /// What goes to standard output.
        OUT('o'),
        /// What goes to standard error.
        ERR('e'),
        /// From now on the command writes.
        WRITES('w'),
        /// The command is over; four bytes with its status.
        EXIT('x'),
        /// The request is not taken; a sentence says why.
        REFUSED('n'),
        /// The owner ends before the command is over.
        AWAY('a');

        private final char letter;

        Kind(char letter) {
            this.letter = letter;
        }

        static Kind of(int letter) throws ProtocolException {
            for (Kind kind : values()) {
                if (kind.letter == letter) {
                    return kind;
                }
            }
            throw new ProtocolException("Nothing begins with %d".formatted(letter));
        }
    }

    Kind kind() {
        return kind;
    }

    byte[] content() {
        return content;
    }

    static Frame of(Kind kind) {
        return new Frame(kind, new byte[0]);
    }

    static Frame of(Kind kind, String text) {
        return new Frame(kind, text.getBytes(StandardCharsets.UTF_8));
    }

    static Frame exit(int status) {
        return new Frame(Kind.EXIT, ByteBuffer.allocate(Integer.BYTES).putInt(status).array());
    }

    String text() {
        return new String(content, StandardCharsets.UTF_8);
    }

    int status() throws ProtocolException {
        if (content.length != Integer.BYTES) {
            throw new ProtocolException("A status of %d bytes".formatted(content.length));
        }
        return ByteBuffer.wrap(content).getInt();
    }

    /// @throws ProtocolException if it is none
    /// @throws EOFException if there is no more
    static Frame read(InputStream stream) throws IOException {
        DataInputStream data = new DataInputStream(stream);
        Kind kind = Kind.of(data.readUnsignedByte());
        int length = data.readInt();
        if (length < 0 || length > MOST_BYTES) {
            throw new ProtocolException("%s of %d bytes".formatted(kind, length));
        }
        // In pieces as they come: who only says that there will be much costs nothing.
        byte[] content = data.readNBytes(length);
        if (content.length < length) {
            throw new EOFException();
        }
        return new Frame(kind, content);
    }

    void write(DataOutputStream stream) throws IOException {
        stream.writeByte(kind.letter);
        stream.writeInt(content.length);
        stream.write(content);
        stream.flush();
    }
}
