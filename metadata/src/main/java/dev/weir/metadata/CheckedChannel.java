package dev.weir.metadata;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.h2.store.fs.FileBaseDefault;
import org.jspecify.annotations.Nullable;

/// A file of H2 that knows what was torn, and what could not be read.
///
/// H2 writes chunks, one after the other, and syncs them now and then. As it opens a file after a power cut it goes on from the newest
/// chunk that has its first and its last bytes; it does not see that the disk has kept those and not all between them. Here a chunk
/// gets a [Checksum] as it is written, and the end of one that does not have it is not shown: H2 then goes on from the chunk before, which
/// was synced before this one was acknowledged.
///
/// Nor does H2 sync one chunk before it writes the next, or before it says in the header that it has closed the file. Here both are
/// done only when all that was written before is durable, so that there is one chunk at most that may be torn.
///
/// Where it begins to look for the newest chunk of a file that was not closed may have been written over. Here it is shown a header that names the
/// newest one, and a file that is written to does not say any more that it was closed before anything else is written.
///
/// After something could not be read nothing more is read or written: H2 takes what it cannot read for what is not there, and would
/// go on from an older chunk. Threads may share it.
// Reads and writes at a position need no lock of ours.
@SuppressWarnings("UnsynchronizedOverridesSynchronized")
final class CheckedChannel extends FileBaseDefault {

    private final FileChannel file;
    private final AtomicLong written = new AtomicLong();
    private final AtomicLong synced = new AtomicLong();
    private volatile @Nullable FileHeader ofClosed;
    private volatile @Nullable IOException failure;

    CheckedChannel(FileChannel file) {
        this.file = file;
    }

    /// What could not be done, if anything.
    @Nullable IOException failure() {
        return failure;
    }

    private interface Call<T> {
        T of(FileChannel file) throws IOException;
    }

    private <T> T call(Call<T> call) throws IOException {
        IOException before = failure;
        if (before != null) {
            throw new IOException(before.getMessage(), before);
        }
        try {
            return call.of(file);
        } catch (IOException now) {
            failure = now;
            throw now;
        }
    }

    @Override
    public int read(ByteBuffer into, long position) throws IOException {
        int from = into.position();
        int count = call(file -> file.read(into, position));
        if (position == 0 && count == FileHeader.LENGTH) {
            showHeader(into, from);
        } else if (count == Checksum.FOOTER && (position + count) % WholeChunk.BLOCK == 0) {
            showFooter(into, from, position + count);
        }
        return count;
    }

    private void showHeader(ByteBuffer into, int from) throws IOException {
        byte[] bytes = new byte[FileHeader.LENGTH];
        into.get(from, bytes);
        Optional<FileHeader> header = FileHeader.in(bytes);
        if (FileHeader.saysClosed(bytes)) {
            ofClosed = header.orElseThrow();
            return;
        }
        // What a process has written that was killed may not be durable yet.
        written.incrementAndGet();
        if (header.isPresent()) {
            Optional<WholeChunk> newest = call(WholeChunk::newestIn);
            if (newest.isPresent()) {
                into.put(from, header.get().naming(newest.get()).bytes());
            }
        }
    }

    private void showFooter(ByteBuffer into, int from, long end) throws IOException {
        byte[] bytes = new byte[Checksum.FOOTER];
        into.get(from, bytes);
        Optional<CheckedText> footer = CheckedText.in(bytes);
        if (footer.isPresent() && call(file -> Checksum.isTorn(file, footer.get(), end))) {
            into.put(from, new byte[Checksum.FOOTER]);
        }
    }

    @Override
    public int write(ByteBuffer content, long position) throws IOException {
        Checksum.add(content);
        boolean isHeader = position == 0 && content.remaining() == FileHeader.LENGTH;
        Optional<FileHeader> closing = isHeader ? closing(content) : Optional.empty();
        if (!isHeader) {
            reopen();
        }
        if (!isHeader || closing.isPresent()) {
            syncUnlessSynced();
        }
        int count = written(file -> file.write(content, position));
        ofClosed = isHeader ? closing.orElse(null) : ofClosed;
        return count;
    }

    private static Optional<FileHeader> closing(ByteBuffer content) {
        byte[] bytes = new byte[FileHeader.LENGTH];
        content.get(content.position(), bytes);
        return FileHeader.saysClosed(bytes) ? FileHeader.in(bytes) : Optional.empty();
    }

    private void reopen() throws IOException {
        FileHeader header = ofClosed;
        if (header != null) {
            written(file -> header.ofOpenFile().writtenTo(file));
            ofClosed = null;
        }
    }

    // Counted when it is there: who syncs meanwhile may not have seen it.
    private <T> T written(Call<T> call) throws IOException {
        try {
            return call(call);
        } finally {
            written.incrementAndGet();
        }
    }

    private void syncUnlessSynced() throws IOException {
        if (synced.get() < written.get()) {
            force(true);
        }
    }

    @Override
    public void force(boolean metaData) throws IOException {
        call(file -> {
            long before = written.get();
            file.force(metaData);
            return synced.accumulateAndGet(before, Math::max);
        });
    }

    @Override
    public long size() throws IOException {
        return call(FileChannel::size);
    }

    @Override
    protected void implTruncate(long length) throws IOException {
        call(file -> file.truncate(length));
    }

    @Override
    public @Nullable FileLock tryLock(long position, long size, boolean shared) throws IOException {
        return file.tryLock(position, size, shared);
    }

    @Override
    protected void implCloseChannel() throws IOException {
        file.close();
    }
}
