package dev.weir.metadata;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.zip.CRC32C;

/// The checksum of a chunk of H2's file: the CRC-32C of all of it but its footer, in the footer behind what H2 reads of that. A chunk without
/// one was written without Weir, or by an older one.
final class Checksum {

    /// How long the footer of a chunk is.
    static final int FOOTER = 128;

    private static final int BLOCK = 4096;
    private static final byte[] CHUNK = ascii("chunk:");
    private static final byte[] LENGTH = ascii(",len:");
    private static final byte[] CHECK = ascii(",crc32c:");
    private static final byte[] CLOSED = ascii(",clean:1,");
    private static final int DIGITS = 8;

    private Checksum() {}

    static boolean isWhereAChunkEnds(long position) {
        return position % BLOCK == 0;
    }

    /// Whether what is going to be written is a header that says so.
    static boolean isOfAClosedFile(ByteBuffer content) {
        byte[] text = new byte[Math.min(BLOCK, content.remaining())];
        content.get(content.position(), text);
        return indexOf(text, CLOSED) >= 0;
    }

    /// Adds it to what is going to be written, if that is a chunk.
    static void add(ByteBuffer content) {
        int length = content.remaining();
        if (length < BLOCK || length % BLOCK != 0 || !startsWith(content, content.position(), CHUNK)) {
            return;
        }
        int footer = content.limit() - FOOTER;
        byte[] text = new byte[FOOTER];
        content.get(footer, text);
        int at = indexOf(text, CHECK);
        int end = at < 0 ? endOf(text) : at;
        if (end + CHECK.length + DIGITS < FOOTER) {
            String sum = HexFormat.of().toHexDigits(of(content.duplicate().limit(footer)));
            content.put(footer + end, CHECK).put(footer + end + CHECK.length, ascii(sum));
        }
    }

    /// Whether the chunk that ends there is not what was written.
    static boolean isTorn(FileChannel file, byte[] footer, long end) throws IOException {
        int at = indexOf(footer, CHECK);
        int length = indexOf(footer, LENGTH);
        if (at < 0 || length < 0) {
            return false;
        }
        long bytes = BLOCK * hex(footer, length + LENGTH.length);
        if (bytes < BLOCK || bytes > end || bytes > Integer.MAX_VALUE) {
            return true;
        }
        ByteBuffer chunk = ByteBuffer.allocate((int) bytes - FOOTER);
        while (chunk.hasRemaining() && file.read(chunk, end - bytes + chunk.position()) >= 0) {
            // The rest comes next.
        }
        return Integer.toUnsignedLong(of(chunk.rewind())) != hex(footer, at + CHECK.length);
    }

    private static int of(ByteBuffer content) {
        CRC32C sum = new CRC32C();
        sum.update(content);
        return (int) sum.getValue();
    }

    private static long hex(byte[] text, int from) {
        long number = 0;
        for (int i = from; i < text.length && HexFormat.isHexDigit(text[i]); i++) {
            number = number << 4 | HexFormat.fromHexDigit(text[i]);
        }
        return number;
    }

    private static int endOf(byte[] text) {
        int end = text.length;
        while (end > 0 && text[end - 1] <= ' ') {
            end--;
        }
        return end;
    }

    private static boolean startsWith(ByteBuffer content, int from, byte[] word) {
        for (int i = 0; i < word.length; i++) {
            if (content.get(from + i) != word[i]) {
                return false;
            }
        }
        return true;
    }

    private static int indexOf(byte[] text, byte[] word) {
        ByteBuffer buffer = ByteBuffer.wrap(text);
        for (int at = 0; at + word.length <= text.length; at++) {
            if (startsWith(buffer, at, word)) {
                return at;
            }
        }
        return -1;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
