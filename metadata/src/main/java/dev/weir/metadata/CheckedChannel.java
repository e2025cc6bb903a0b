package dev.weir.metadata;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import org.h2.store.fs.FileBaseDefault;
import org.jspecify.annotations.Nullable;

/// A file of H2 that knows what was torn, and what could not be read.
///
/// H2 writes chunks, one after the other, and syncs them now and then. As it opens a file after a power cut it goes on from the newest
/// chunk that has its first and its last bytes; it does not see that the disk has kept those and not all between them. Here a chunk
/// gets a [Checksum] as it is written, and the end of one that does not have it is not shown: H2 then goes on from the chunk before, which
/// was synced before this one was acknowledged.
///
/// Nor does H2 sync what it has written before it writes another chunk in place of an old one, or says in the header that it has closed the
/// file; of that header's two copies it takes the one as whole as the other. Here both are done only when all that was written before is
/// durable.
///
/// After something could not be read nothing more is read or written: H2 takes what it cannot read for what is not there, and would
/// go on from an older chunk. Threads may share it.
// Reads and writes at a position need no lock of ours.
@SuppressWarnings("UnsynchronizedOverridesSynchronized")
final class CheckedChannel extends FileBaseDefault {

    // Two copies of a header, which says where H2 may begin to look.
    private static final int HEADERS = 8192;

    private final FileChannel file;
    private volatile boolean isSynced = true;
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
        if (count == Checksum.FOOTER && Checksum.isWhereAChunkEnds(position + count)) {
            byte[] footer = new byte[count];
            into.get(from, footer);
            if (call(file -> Checksum.isTorn(file, footer, position + count))) {
                into.put(from, new byte[count]);
            }
        }
        return count;
    }

    @Override
    public int write(ByteBuffer content, long position) throws IOException {
        Checksum.add(content);
        return call(file -> {
            if (!isSynced && position < file.size() && (position >= HEADERS || Checksum.isOfAClosedFile(content))) {
                file.force(true);
            }
            isSynced = false;
            return file.write(content, position);
        });
    }

    @Override
    public void force(boolean metaData) throws IOException {
        call(file -> {
            isSynced = true;
            file.force(metaData);
            return file;
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
