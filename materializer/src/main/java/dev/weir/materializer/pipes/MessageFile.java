package dev.weir.materializer.pipes;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// A file to whose end a process writes messages, read while that goes on. One thread at a time.
public final class MessageFile {

    private final Path path;
    private final ByteArrayOutputStream begun = new ByteArrayOutputStream();
    private long read;

    /// @param path a file that exists
    public MessageFile(Path path) {
        this.path = path;
    }

    Path path() {
        return path;
    }

    /// Takes messages.
    public interface Reader {
        void take(PipesMessage message);

        /// A line that is no message.
        void malformed(String line, String why);
    }

    /// Hands over the messages whose lines have ended since the last time.
    public void readNew(Reader reader) {
        try {
            if (Files.size(path) <= read) {
                return;
            }
            try (InputStream in = Files.newInputStream(path)) {
                in.skipNBytes(read);
                byte[] bytes = in.readAllBytes();
                read += bytes.length;
                for (byte b : bytes) {
                    if (b == '\n') {
                        endLine(reader);
                    } else {
                        begun.write(b);
                    }
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// The same, after the process has ended: a last line counts also without a break.
    public void readRest(Reader reader) {
        readNew(reader);
        endLine(reader);
    }

    private void endLine(Reader reader) {
        String line = begun.toString(StandardCharsets.UTF_8).strip();
        begun.reset();
        if (line.isEmpty()) {
            return;
        }
        PipesMessage message;
        try {
            message = MessageReader.read(line);
        } catch (IOException malformed) {
            reader.malformed(line, String.valueOf(malformed.getMessage()));
            return;
        }
        reader.take(message);
    }
}
