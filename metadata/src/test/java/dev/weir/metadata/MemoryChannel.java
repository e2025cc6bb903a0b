package dev.weir.metadata;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.util.Optional;
import org.h2.store.fs.FileBaseDefault;
import org.jspecify.annotations.Nullable;

/// An open file of a [MemoryDisk], or its folder, which can be synced.
final class MemoryChannel extends FileBaseDefault {

    private final MemoryDisk disk;
    private final Optional<MemoryFile> opened;

    /// @param opened empty for the folder
    MemoryChannel(MemoryDisk disk, Optional<MemoryFile> opened) {
        this.disk = disk;
        this.opened = opened;
    }

    private MemoryFile file() {
        return opened.orElseThrow();
    }

    @Override
    public long size() throws IOException {
        return disk.does(MemoryDisk.Need.READING, _ -> file().length());
    }

    @Override
    public int read(ByteBuffer into, long position) throws IOException {
        return disk.does(MemoryDisk.Need.READING, _ -> file().read(into, Math.toIntExact(position)));
    }

    @Override
    public int write(ByteBuffer content, long position) throws IOException {
        int length = content.remaining();
        disk.write(file(), Math.toIntExact(position), content);
        return length;
    }

    @Override
    public void force(boolean metaData) throws IOException {
        disk.sync(opened);
    }

    @Override
    protected void implTruncate(long length) throws IOException {
        disk.does(MemoryDisk.Need.CHANGE, _ -> {
            file().truncate(Math.toIntExact(length));
            return file();
        });
    }

    @Override
    public @Nullable FileLock tryLock(long position, long size, boolean shared) throws IOException {
        return disk.does(MemoryDisk.Need.READING, _ -> {
            if (file().lock != null) {
                return null;
            }
            file().lock = new Lock(this, position, size, shared);
            return file().lock;
        });
    }

    @Override
    protected void implCloseChannel() throws IOException {
        if (opened.isPresent() && file().lock instanceof Lock lock && lock.acquiredBy() == this) {
            lock.release();
        }
    }

    private static final class Lock extends FileLock {

        Lock(FileChannel channel, long position, long size, boolean shared) {
            super(channel, position, size, shared);
        }

        @Override
        public boolean isValid() {
            return ((MemoryChannel) channel()).file().lock == this;
        }

        @Override
        public void release() {
            ((MemoryChannel) channel()).file().lock = null;
        }
    }
}
