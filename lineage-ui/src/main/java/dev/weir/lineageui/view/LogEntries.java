package dev.weir.lineageui.view;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The texts of a log, one after the other: a line and those below it that are indented. What is none, as where a process was
/// ended while it wrote, is left out, as is what a filter does not take.
final class LogEntries {
    private static final byte[] INDENT = "    ".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] NOTHING = {};

    private final LogLines lines;
    private final LogFilter filter;
    private final LogSieve sieve;
    private boolean hasLine;
    private long end;

    /// @param from any byte; the first text that begins behind it is the first
    LogEntries(FileChannel file, long from, long to, LogFilter filter) throws IOException {
        this.filter = filter;
        sieve = new LogSieve(filter);
        lines = new LogLines(file, from, to);
        hasLine = lines.next();
        while (hasLine && goesOn()) {
            hasLine = lines.next();
        }
        end = hasLine ? lines.start() : lines.end();
    }

    private boolean goesOn() {
        return lines.begins(INDENT);
    }

    boolean hasNext() {
        return hasLine;
    }

    /// The byte behind what was read; before that, the one at which the first text begins.
    long end() {
        return end;
    }

    /// The next; nothing if the filter leaves it out, or if what stands there is no text of a log.
    Optional<LogEntry> next() throws IOException {
        long start = lines.start();
        byte[] first = lines.text();
        boolean mayBegin = sieve.mayBegin(first);
        boolean mayHold = mayBegin && sieve.mayHoldFirst(first);
        List<byte[]> texts = new ArrayList<>();
        long size = 0;
        long cut = 0;
        do {
            byte[] text = lines.start() == start ? first : mayBegin ? lines.text() : NOTHING;
            mayHold = mayHold || (mayBegin && sieve.mayHold(text));
            boolean fits = size + text.length <= LogLines.LONGEST;
            if (fits && mayBegin) {
                texts.add(text);
                size += text.length;
            }
            cut += lines.cut() + (fits ? 0 : text.length);
            end = lines.end();
            hasLine = lines.next();
        } while (hasLine && goesOn());
        return mayHold ? entry(start, texts, cut) : Optional.empty();
    }

    private Optional<LogEntry> entry(long start, List<byte[]> texts, long cut) {
        return LogText.read(texts.stream().map(text -> new String(text, StandardCharsets.UTF_8)).toList()).stream()
                .findFirst()
                .filter(filter::takes)
                .map(text -> new LogEntry(start, end, text, cut));
    }
}
