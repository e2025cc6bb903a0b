package dev.weir.lineageui.view;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A part of the log of a run, however long that is. What a filter leaves out is looked through only so far: a page may then have
/// few lines, or none, and says where it has got to.
///
/// @param from the byte from which on it was looked through
/// @param next the byte to go on from: that behind the last line, also where more is still to be written
/// @param size of the file
public record LogPage(long from, long next, long size, List<LogEntry> entries) {
    /// How many bytes of texts one page has at most.
    private static final int MOST_BYTES = 1 << 20;
    /// How much of the file is looked through for one page.
    private static final long FARTHEST = 1L << 25;
    private static final long STEP_BACK = 1L << 16;
    /// How far behind the last whole line a file may be written to.
    private static final long UNENDED = 1L << 18;

    public static final LogPage EMPTY = new LogPage(0, 0, 0, List.of());

    public LogPage {
        entries = List.copyOf(entries);
    }

    /// @param at any byte; a page begins with the first whole text behind it
    /// @param limit how many texts at most; those of several lines are one
    public static LogPage from(Path file, long at, int limit, LogFilter filter) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            long size = channel.size();
            LogEntries all = new LogEntries(channel, Math.min(at, size), size, filter);
            List<LogEntry> found = new ArrayList<>();
            long from = all.end();
            long bytes = 0;
            while (all.hasNext() && found.size() < limit && bytes < MOST_BYTES && all.end() - from < FARTHEST) {
                Optional<LogEntry> entry = all.next();
                entry.ifPresent(found::add);
                bytes += entry.map(LogPage::weight).orElse(0);
            }
            return new LogPage(from, all.end(), size, found);
        }
    }

    /// The texts before a byte, the last ones of those.
    ///
    /// @param before the beginning of a text, or the end of the file
    public static LogPage before(Path file, long before, int limit, LogFilter filter) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            long size = channel.size();
            long next = Math.min(before, size);
            long from = next;
            long back = STEP_BACK;
            long bytes = 0;
            ArrayDeque<LogEntry> found = new ArrayDeque<>();
            while (from > 0 && found.size() < limit && bytes < MOST_BYTES && next - from < FARTHEST) {
                long start = Math.max(0, from - back);
                LogEntries part = new LogEntries(channel, start, from, filter);
                // A text longer than what was looked at is found by looking at more.
                back = part.hasNext() ? STEP_BACK : back * 4;
                long first = part.hasNext() ? part.end() : from;
                for (LogEntry entry : all(part).reversed()) {
                    if (found.size() < limit && bytes < MOST_BYTES) {
                        found.addFirst(entry);
                        bytes += weight(entry);
                    }
                }
                from = start == 0 ? 0 : first;
            }
            boolean isFull = found.size() == limit || bytes >= MOST_BYTES;
            long end = before < size ? next : endOf(channel, size);
            return new LogPage(isFull && !found.isEmpty() ? found.getFirst().at() : from, end, size, List.copyOf(found));
        }
    }

    // What is being written has no end yet, and is read when it has.
    private static long endOf(FileChannel channel, long size) throws IOException {
        LogLines lines = new LogLines(channel, Math.max(0, size - UNENDED), size);
        while (lines.next()) {}
        return lines.start();
    }

    private static List<LogEntry> all(LogEntries entries) throws IOException {
        List<LogEntry> all = new ArrayList<>();
        while (entries.hasNext()) {
            entries.next().ifPresent(all::add);
        }
        return all;
    }

    private static int weight(LogEntry entry) {
        return entry.text().text().length() + 100;
    }
}
