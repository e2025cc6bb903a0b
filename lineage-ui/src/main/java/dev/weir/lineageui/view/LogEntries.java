package dev.weir.lineageui.view;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The texts of a log, one after the other: a line and those below it that are indented. What is none, as where a process was
/// ended while it wrote, is left out.
final class LogEntries {
    private static final String INDENT = "    ";

    private final LogLines lines;
    private boolean hasLine;
    private long end;

    /// @param from any byte; the first text that begins behind it is the first
    LogEntries(FileChannel file, long from, long to) throws IOException {
        lines = new LogLines(file, from, to);
        hasLine = lines.next();
        while (hasLine && goesOn()) {
            hasLine = lines.next();
        }
        end = hasLine ? lines.start() : lines.end();
    }

    private boolean goesOn() {
        byte[] text = lines.text();
        return text.length >= INDENT.length() && new String(text, 0, INDENT.length(), StandardCharsets.ISO_8859_1).equals(INDENT);
    }

    boolean hasNext() {
        return hasLine;
    }

    /// The byte behind what was read.
    long end() {
        return end;
    }

    /// The next; nothing if what stands there is no text of a log.
    Optional<LogEntry> next() throws IOException {
        long start = lines.start();
        List<String> texts = new ArrayList<>();
        long size = 0;
        long cut = 0;
        do {
            byte[] text = lines.text();
            boolean fits = size + text.length <= LogLines.LONGEST;
            if (fits) {
                texts.add(new String(text, StandardCharsets.UTF_8));
                size += text.length;
            }
            cut += lines.cut() + (fits ? 0 : text.length);
            end = lines.end();
            hasLine = lines.next();
        } while (hasLine && goesOn());
        List<LogText> read = LogText.read(texts);
        return read.isEmpty() ? Optional.empty() : Optional.of(new LogEntry(start, end, read.getFirst(), cut));
    }
}
