package dev.weir.cli.output;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Where text leaves this process. It knows why it could not, which a [PrintStream] does not say. Threads may share it.
final class Sink extends PrintStream {

    private static final int BUFFER = 1 << 16;
    // So says every system of a reader that has gone: it had enough.
    private static final String READER_GONE = "broken pipe";

    private final Watched watched;

    Sink(OutputStream to) {
        this(new Watched(to));
    }

    private Sink(Watched watched) {
        super(new BufferedOutputStream(watched, BUFFER), false, StandardCharsets.UTF_8);
        this.watched = watched;
    }

    /// Why not all of what was flushed has arrived, in the words of the system; empty if it has, or the reader has gone.
    Optional<String> failure() {
        return Optional.ofNullable(watched.failure)
                .map(failure -> String.valueOf(failure.getMessage()))
                .filter(said -> !said.toLowerCase(java.util.Locale.ROOT).contains(READER_GONE));
    }

    private static final class Watched extends OutputStream {
        private final OutputStream to;
        private volatile @Nullable IOException failure;

        Watched(OutputStream to) {
            this.to = to;
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int count) throws IOException {
            try {
                to.write(bytes, from, count);
            } catch (IOException first) {
                if (failure == null) {
                    failure = first;
                }
                throw first;
            }
        }

        @Override
        public void flush() throws IOException {
            to.flush();
        }
    }
}
