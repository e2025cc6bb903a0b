package dev.weir.materializer.process;

import java.io.BufferedReader;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// The lines of a text, as [BufferedReader#readLine] has them, but none so long that it fills the memory: some never end a line.
final class Lines {

    /// How many characters of a line are kept.
    static final int LONGEST = 1 << 20;

    private static final String CUT = " … the rest of this line is left out";

    private final BufferedReader reader;
    private boolean afterReturn;

    Lines(BufferedReader reader) {
        this.reader = reader;
    }

    /// @return without its end; null if there is no more
    @Nullable String next() throws IOException {
        StringBuilder line = new StringBuilder();
        boolean isCut = false;
        for (int read = reader.read(); read >= 0; read = reader.read()) {
            boolean endsTheLastLine = read == '\n' && afterReturn;
            afterReturn = read == '\r';
            if (endsTheLastLine) {
                continue;
            }
            if (read == '\n' || read == '\r') {
                return text(line, isCut);
            }
            if (line.length() < LONGEST) {
                line.append((char) read);
            } else {
                isCut = true;
            }
        }
        return line.isEmpty() ? null : text(line, isCut);
    }

    private static String text(StringBuilder line, boolean isCut) {
        return isCut ? line.append(CUT).toString() : line.toString();
    }
}
