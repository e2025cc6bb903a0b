package dev.weir.metadata;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.h2.api.ErrorCode;
import org.h2.message.DbException;
import org.h2.store.fs.FilePath;

/// A name on a [MemoryDisk], as H2 asks for its files.
final class MemoryPath extends FilePath {

    private final MemoryDisk disk;

    MemoryPath(MemoryDisk disk, String name) {
        this.disk = disk;
        this.name = name;
    }

    /// What the file is called on any disk.
    private static String file(String name) {
        return name.substring(name.indexOf(':') + 1);
    }

    @Override
    public String getScheme() {
        return disk.scheme();
    }

    @Override
    public MemoryPath getPath(String path) {
        return new MemoryPath(disk, path);
    }

    @Override
    public FileChannel open(String mode) throws IOException {
        if (isDirectory()) {
            return new MemoryChannel(disk, Optional.empty());
        }
        if (disk.has(file(name))) {
            return new MemoryChannel(disk, Optional.of(disk.does(MemoryDisk.Need.READING, files -> files.get(file(name)))));
        }
        return new MemoryChannel(
                disk,
                Optional.of(disk.does(
                        MemoryDisk.Need.BYTES,
                        files -> files.computeIfAbsent(file(name), _ -> new MemoryFile(new byte[0])))));
    }

    @Override
    public boolean exists() {
        return isDirectory() || disk.has(file(name));
    }

    @Override
    public long size() {
        return does(MemoryDisk.Need.READING, files -> files.get(file(name)).length());
    }

    @Override
    public void delete() {
        does(MemoryDisk.Need.CHANGE, files -> {
            files.remove(file(name));
            return name;
        });
    }

    @Override
    public void moveTo(FilePath other, boolean atomicReplace) {
        does(MemoryDisk.Need.CHANGE, files -> files.put(file(other.name), files.remove(file(name))));
    }

    @Override
    public List<FilePath> newDirectoryStream() {
        return does(MemoryDisk.Need.READING, files -> {
            List<FilePath> paths = new ArrayList<>();
            files.keySet().forEach(each -> paths.add(getPath(getScheme() + ":" + each)));
            return paths;
        });
    }

    private <T> T does(MemoryDisk.Need need, MemoryDisk.Work<T> work) {
        try {
            return disk.does(need, work);
        } catch (IOException failure) {
            throw DbException.get(ErrorCode.IO_EXCEPTION_1, failure, name);
        }
    }

    @Override
    public boolean createFile() {
        throw new UnsupportedOperationException(name);
    }

    @Override
    public FilePath getParent() {
        int end = name.lastIndexOf('/');
        return end < 0 ? null : getPath(name.substring(0, end));
    }

    // All folders are there.
    @Override
    public boolean isDirectory() {
        return name.indexOf('.') < 0;
    }

    @Override
    public boolean isRegularFile() {
        return !isDirectory();
    }

    @Override
    public boolean isAbsolute() {
        return true;
    }

    @Override
    public FilePath toRealPath() {
        return this;
    }

    @Override
    public long lastModified() {
        return 0;
    }

    @Override
    public boolean canWrite() {
        return disk.isWritable();
    }

    @Override
    public void createDirectory() {
        throw new UnsupportedOperationException(name);
    }

    @Override
    public boolean setReadOnly() {
        return false;
    }
}
