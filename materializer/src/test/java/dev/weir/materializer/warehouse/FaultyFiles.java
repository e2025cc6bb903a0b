package dev.weir.materializer.warehouse;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;

/// A disk that refuses what it is asked for from a call on, for as long as the fault lasts.
final class FaultyFiles implements FileOps {

    private final FileOps disk;
    private final Fault fault;
    private final int first;
    private int calls;

    /// What is wrong, in the words of the system.
    enum Fault {
        NO_SPACE("No space left on device"),
        NO_INODES("No space left on device"),
        QUOTA("Disk quota exceeded"),
        READ_ONLY("Read-only file system"),
        BROKEN("Input/output error");

        private final String words;

        Fault(String words) {
            this.words = words;
        }

        /// Whether it keeps an operation from being done.
        private boolean refuses(Need need) {
            return switch (this) {
                case NO_SPACE, QUOTA -> need == Need.BYTES || need == Need.NAME;
                case NO_INODES -> need == Need.NAME;
                case READ_ONLY -> need != Need.READING;
                case BROKEN -> true;
            };
        }
    }

    private enum Need {
        READING,
        CHANGE,
        BYTES,
        NAME
    }

    /// @param first the number of the call, from 1, with which the fault begins
    FaultyFiles(FileOps disk, Fault fault, int first) {
        this.disk = disk;
        this.fault = fault;
        this.first = first;
    }

    /// Whether the fault was there to be met.
    boolean hasBegun() {
        return calls >= first;
    }

    private void need(Need need, Path file) throws IOException {
        if (fault.refuses(need) && ++calls >= first) {
            throw new FileSystemException(file.toString(), null, fault.words);
        }
    }

    @Override
    public void createFolder(Path folder) throws IOException {
        need(Need.NAME, folder);
        disk.createFolder(folder);
    }

    @Override
    public void write(Path file, ByteBuffer content) throws IOException {
        if (fault == Fault.NO_SPACE && calls + 1 >= first) {
            // Some of it still has room.
            disk.write(file, content.slice(content.position(), content.remaining() / 2));
        }
        need(fault == Fault.NO_INODES ? Need.NAME : Need.BYTES, file);
        disk.write(file, content);
    }

    @Override
    public void sync(Path file) throws IOException {
        need(Need.BYTES, file);
        disk.sync(file);
    }

    @Override
    public void syncFolder(Path folder) throws IOException {
        need(Need.CHANGE, folder);
        disk.syncFolder(folder);
    }

    @Override
    public void move(Path from, Path to) throws IOException {
        need(Need.CHANGE, to);
        disk.move(from, to);
    }

    @Override
    public boolean link(Path file, Path name) throws IOException {
        need(Need.NAME, name);
        return disk.link(file, name);
    }

    @Override
    public void protect(Path file) throws IOException {
        need(Need.CHANGE, file);
        disk.protect(file);
    }

    @Override
    public void delete(Path path) throws IOException {
        need(Need.CHANGE, path);
        disk.delete(path);
    }

    @Override
    public OptionalLong size(Path file) throws IOException {
        need(Need.READING, file);
        return disk.size(file);
    }

    @Override
    public byte[] read(Path file) throws IOException {
        need(Need.READING, file);
        return disk.read(file);
    }

    @Override
    public List<Path> list(Path folder) throws IOException {
        need(Need.READING, folder);
        return disk.list(folder);
    }

    @Override
    public boolean isFolder(Path path) {
        return disk.isFolder(path);
    }

    @Override
    public Instant lastModified(Path file) throws IOException {
        need(Need.READING, file);
        return disk.lastModified(file);
    }

    @Override
    public Closeable lock(Path file, Sharing sharing) throws IOException {
        need(Need.READING, file);
        return disk.lock(file, sharing);
    }
}
