package dev.weir.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.metadata.MemoryDisk.Loss;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Random;
import org.h2.mvstore.DataUtils;
import org.h2.store.fs.FilePath;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What a file of H2's keeps of what is written to it, and where it says that its newest chunk is. Headers and chunks are written as H2
/// writes them.
class CheckedChannelTest {

    private static final int BLOCK = 4096;
    private static final String NAME = ":/weir/weir.mv.db";

    private final MemoryDisk disk = new MemoryDisk();
    private FileChannel file;

    @BeforeEach
    void aFileThatWasClosed() throws IOException {
        file = open(disk);
        write(chunk(1, 1), 2);
        write(header("block:2,chunk:1,clean:1,format:3,version:1"), 0);
        file.force(true);
        disk.sync(Optional.empty());
    }

    @AfterEach
    void close() throws IOException {
        file.close();
        disk.close();
    }

    @Test
    void aFileThatWasClosedSaysWhatItsHeaderSays() throws IOException {
        assertThat(shown(disk)).isEqualTo("block:2,chunk:1,clean:1,format:3,version:1");
    }

    @Test
    void whatIsWrittenToDoesNotSayThatItWasClosed() throws IOException {
        assertThat(shown(disk)).contains(",clean:1,");
        try (FileChannel next = open(disk)) {
            int _ = next.read(ByteBuffer.allocate(2 * BLOCK), 0);

            int _ = next.write(chunk(2, 2), 3 * BLOCK);
        }

        assertThat(shown(disk.afterwards(Loss.ALL, new Random(1)))).isEqualTo("block:2,chunk:1,format:3,version:1");
    }

    @Test
    void aChunkIsDurableBeforeTheNextOneIsWritten() throws IOException {
        write(header("block:2,chunk:1,format:3,version:1"), 0);
        write(chunk(2, 2), 3);
        write(chunk(3, 3), 4);

        assertThat(shown(disk.afterwards(Loss.ALL, new Random(1)))).isEqualTo("block:3,chunk:2,format:3,version:2");
    }

    @Test
    void soItIsAfterAProcessWasKilled() throws IOException {
        write(header("block:2,chunk:1,format:3,version:1"), 0);
        write(chunk(2, 2), 3);
        try (FileChannel next = open(disk)) {
            int _ = next.read(ByteBuffer.allocate(2 * BLOCK), 0);

            int _ = next.write(chunk(3, 3), 4 * BLOCK);
        }

        assertThat(shown(disk.afterwards(Loss.ALL, new Random(1)))).isEqualTo("block:3,chunk:2,format:3,version:2");
    }

    @Test
    void whoWritesNothingSyncsNothing() throws IOException {
        try (FileChannel next = open(disk)) {
            int _ = next.read(ByteBuffer.allocate(2 * BLOCK), 0);
            disk.mend();

            int _ = next.write(header("block:2,chunk:1,clean:1,format:3,version:1"), 0);
        }

        assertThat(disk.calls()).isEqualTo(1);
    }

    @Test
    void whatOnlyLooksLikeAChunkIsNone() throws IOException {
        write(header("block:2,chunk:1,format:3,version:1"), 0);
        write(chunk(2, 2), 3);
        // A footer of another version behind the header of a chunk, and one whose version is no number, as bytes of users may be.
        write(footer("chunk:2,len:1,version:7fffffff"), 3, BLOCK - 128);
        write(footer("chunk:2,len:1,version:xyz"), 4, BLOCK - 128);

        assertThat(shown(disk)).isEqualTo("block:2,chunk:1,format:3,version:1");
    }

    @Test
    void theNewestChunkIsFoundWhereverItIs() throws IOException {
        write(header("block:2,chunk:1,format:3,version:1"), 0);
        write(chunk(0x1f, 0x1f), 4);
        write(chunk(0x2a, 0x2a), 3);
        write(chunk(0x10, 0x10), 5);

        assertThat(shown(disk)).isEqualTo("block:3,chunk:2a,format:3,version:2a");
    }

    @Test
    void aTornChunkIsNotTheNewest() throws IOException {
        write(header("block:2,chunk:1,format:3,version:1"), 0);
        write(chunk(2, 2), 3);
        write(ByteBuffer.wrap(new byte[] {1}), 3, 1_000);

        assertThat(shown(disk)).isEqualTo("block:2,chunk:1,format:3,version:1");
    }

    @Test
    void ofAHeaderThatIsTornTheOtherCopyCounts() throws IOException {
        write(header("block:2,chunk:1,format:3,version:1"), 0);
        write(ByteBuffer.wrap("block:7".getBytes(StandardCharsets.US_ASCII)), 0, 0);

        assertThat(shown(disk)).isEqualTo("block:2,chunk:1,format:3,version:1");
    }

    @Test
    void aFileWithoutChunksIsShownAsItIs() throws IOException {
        try (MemoryDisk empty = new MemoryDisk();
                FileChannel other = open(empty)) {
            int _ = other.write(header("format:3"), 0);

            assertThat(shown(empty)).isEqualTo("format:3");
        }
    }

    /// What H2 reads first: the header, of whose copies it takes the first that is whole.
    private static String shown(MemoryDisk disk) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(2 * BLOCK);
        try (FileChannel file = open(disk)) {
            assertThat(file.read(bytes, 0)).isEqualTo(bytes.capacity());
        }
        String text = new String(bytes.array(), 0, BLOCK, StandardCharsets.ISO_8859_1);
        int sum = text.indexOf(",fletcher:");
        assertThat(text).startsWith(text.substring(0, sum) + ",fletcher:" + sumOf(text.substring(0, sum)) + "\n");
        return text.substring(0, sum);
    }

    private void write(ByteBuffer content, int block) throws IOException {
        write(content, block, 0);
    }

    private void write(ByteBuffer content, int block, int at) throws IOException {
        int _ = file.write(content, (long) block * BLOCK + at);
    }

    private static FileChannel open(MemoryDisk disk) throws IOException {
        return FilePath.get(CheckedPath.SCHEME + ":" + disk.scheme() + NAME).open("rw");
    }

    private static ByteBuffer header(String text) {
        ByteBuffer both = ByteBuffer.allocate(2 * BLOCK);
        byte[] copy = "%s,fletcher:%s\n".formatted(text, sumOf(text)).getBytes(StandardCharsets.ISO_8859_1);
        return both.put(0, copy).put(BLOCK, copy);
    }

    private static ByteBuffer chunk(int id, int version) {
        ByteBuffer chunk = ByteBuffer.allocate(BLOCK);
        String text = "chunk:%x,len:1,version:%x".formatted(id, version);
        chunk.put(0, (text + "\n").getBytes(StandardCharsets.ISO_8859_1));
        chunk.put(2_000, new byte[] {1, 2, 3});
        chunk.put(BLOCK - 128, footer(text).array());
        return chunk;
    }

    private static ByteBuffer footer(String text) {
        return ByteBuffer.wrap("%-127s\n".formatted("%s,fletcher:%s".formatted(text, sumOf(text)))
                .getBytes(StandardCharsets.ISO_8859_1));
    }

    private static String sumOf(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        return Integer.toHexString(DataUtils.getFletcher32(bytes, 0, bytes.length));
    }
}
