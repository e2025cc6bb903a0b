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

    private static final String NAME = "crc32c";
    private static final byte[] CHUNK = ascii("chunk:");
    private static final byte[] CHECK = ascii("," + NAME + ":");
    private static final int DIGITS = 8;

    private Checksum() {}

    /// Whether that is what is going to be written.
    private static boolean isChunk(ByteBuffer content) {
        int length = content.remaining();
        return length >= WholeChunk.BLOCK
                && length % WholeChunk.BLOCK == 0
                && startsWith(content, content.position(), CHUNK);
    }

    /// Adds it to what is going to be written, if that is a chunk.
    static void add(ByteBuffer content) {
        if (!isChunk(content)) {
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
    static boolean isTorn(FileChannel file, CheckedText footer, long end) throws IOException {
        String written = footer.get(NAME);
        if (written == null) {
            return false;
        }
        long bytes = WholeChunk.BLOCK * footer.number("len");
        if (bytes < WholeChunk.BLOCK || bytes > end || bytes > Integer.MAX_VALUE) {
            return true;
        }
        byte[] chunk = WholeChunk.read(file, end - bytes, (int) bytes - FOOTER);
        return !HexFormat.of().toHexDigits(of(ByteBuffer.wrap(chunk))).equals(written);
    }

    private static int of(ByteBuffer content) {
        CRC32C sum = new CRC32C();
        sum.update(content);
        return (int) sum.getValue();
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
