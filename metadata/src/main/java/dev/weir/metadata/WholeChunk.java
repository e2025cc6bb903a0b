package dev.weir.metadata;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// A chunk of a file of H2's that is as it was written.
///
/// @param block where it begins, in blocks
/// @param length in blocks
/// @param version each chunk that was written later has a higher one
record WholeChunk(int id, long block, long length, long version) {

    static final int BLOCK = 4096;

    // Not longer, in H2's words.
    private static final int HEADER = 1024;

    /// The one that was written last.
    ///
    /// Looks at the end of every block. H2 itself looks where its header says, and at the end of its file, and follows from there what each chunk
    /// says of the place of the next: any of these may have been written over.
    static Optional<WholeChunk> newestIn(FileChannel file) throws IOException {
        List<WholeChunk> ended = new ArrayList<>();
        long size = file.size();
        for (long end = FileHeader.LENGTH + BLOCK; end <= size; end += BLOCK) {
            endingAt(file, end).ifPresent(ended::add);
        }
        ended.sort(Comparator.comparing(WholeChunk::version).reversed().thenComparing(WholeChunk::block));
        for (WholeChunk chunk : ended) {
            if (chunk.isWhole(file)) {
                return Optional.of(chunk);
            }
        }
        return Optional.empty();
    }

    private static Optional<WholeChunk> endingAt(FileChannel file, long end) throws IOException {
        return footerAt(file, end)
                .map(footer -> new WholeChunk(
                        (int) footer.number("chunk"),
                        end / BLOCK - footer.number("len"),
                        footer.number("len"),
                        footer.number("version")))
                .filter(chunk -> chunk.block * BLOCK >= FileHeader.LENGTH && chunk.length > 0);
    }

    private static Optional<CheckedText> footerAt(FileChannel file, long end) throws IOException {
        return CheckedText.in(read(file, end - Checksum.FOOTER, Checksum.FOOTER));
    }

    private boolean isWhole(FileChannel file) throws IOException {
        String header = new String(read(file, block * BLOCK, HEADER), StandardCharsets.ISO_8859_1)
                .lines()
                .findFirst()
                .orElse("");
        if (!header.startsWith("chunk:%x,len:%x,".formatted(id, length)) || !(header + ",").contains(",version:%x,".formatted(version))) {
            return false;
        }
        long end = (block + length) * BLOCK;
        Optional<CheckedText> footer = footerAt(file, end);
        return footer.isPresent() && !Checksum.isTorn(file, footer.get(), end);
    }

    /// What is there; zeroes where the file has ended.
    static byte[] read(FileChannel file, long position, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining() && file.read(bytes, position + bytes.position()) >= 0) {
            // The rest comes next.
        }
        return bytes.array();
    }
}
