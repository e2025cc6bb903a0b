package dev.weir.lineageui.view;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A part of the log of a run, however long that is: what stands from one byte of the file on.
///
/// @param from the byte at which the first line begins
/// @param next the byte to go on from: that behind the last line, also where more is still to be written
/// @param size of the file
public record LogPage(long from, long next, long size, List<LogText> lines) {
    /// How much of the file is looked at for one page.
    private static final int MOST_BYTES = 1 << 20;
    private static final String INDENT = "    ";

    public LogPage {
        lines = List.copyOf(lines);
    }

    /// @param at any byte; a page begins with the first whole line behind it
    /// @param limit how many lines at most; texts of several lines are one
    public static LogPage read(Path file, long at, int limit) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            long size = channel.size();
            long start = Math.min(at, size);
            // One byte more, to see whether a line begins here.
            long before = Math.max(0, start - 1);
            byte[] bytes = read(channel, before, (int) Math.min(MOST_BYTES, size - before));
            int begin = start == 0 ? 0 : endOfLine(bytes, 0);
            return page(bytes, begin, before, size, limit);
        }
    }

    private static byte[] read(FileChannel channel, long at, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(length);
        while (buffer.hasRemaining() && channel.read(buffer, at + buffer.position()) >= 0) {}
        return java.util.Arrays.copyOf(buffer.array(), buffer.position());
    }

    private static LogPage page(byte[] bytes, int begin, long offset, long size, int limit) {
        List<String> lines = new ArrayList<>();
        int first = -1;
        int entries = 0;
        int at = begin;
        while (at < bytes.length) {
            int end = endOfLine(bytes, at);
            if (end < 0) {
                break;
            }
            String line = new String(bytes, at, end - at - 1, StandardCharsets.UTF_8);
            boolean goesOn = line.startsWith(INDENT);
            if (!goesOn && entries++ == limit) {
                break;
            }
            if (first >= 0 || !goesOn) {
                first = first < 0 ? at : first;
                lines.add(line);
            }
            at = end;
        }
        int from = first < 0 ? Math.max(at, 0) : first;
        return new LogPage(offset + from, offset + Math.max(at, 0), size, LogText.read(lines));
    }

    /// The place behind the end of the line; -1 if it has none yet.
    private static int endOfLine(byte[] bytes, int at) {
        for (int i = at; i < bytes.length; i++) {
            if (bytes[i] == '\n') {
                return i + 1;
            }
        }
        return -1;
    }
}
