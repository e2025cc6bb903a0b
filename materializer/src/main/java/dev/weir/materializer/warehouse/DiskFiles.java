package dev.weir.materializer.warehouse;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/// The disk of this machine.
final class DiskFiles implements FileOps {

    // A file lock belongs to the whole process, and asking for it twice in one process fails instead of waiting. So one
    // thread of this process at a time asks for it, also where processes may share it.
    private static final Map<Path, ReentrantLock> LOCKS = new ConcurrentHashMap<>();

    private static final boolean POSIX =
            Path.of("").getFileSystem().supportedFileAttributeViews().contains("posix");

    @Override
    public void createFolder(Path folder) throws IOException {
        try {
            Files.createDirectory(folder);
        } catch (FileAlreadyExistsException there) {
            if (!Files.isDirectory(folder)) {
                throw there;
            }
        }
    }

    @Override
    public void write(Path file, ByteBuffer content) throws IOException {
        try (FileChannel channel = FileChannel.open(file, CREATE, TRUNCATE_EXISTING, WRITE)) {
            while (content.hasRemaining()) {
                channel.write(content);
            }
        }
    }

    @Override
    public void sync(Path file) throws IOException {
        // Opened for reading, as the file may be protected by now; fsync does not mind.
        try (FileChannel channel = FileChannel.open(file, READ)) {
            channel.force(true);
        }
    }

    @Override
    public void syncFolder(Path folder) throws IOException {
        if (POSIX) {
            sync(folder);
        }
    }

    @Override
    public void move(Path from, Path to) throws IOException {
        Files.move(from, to, ATOMIC_MOVE, REPLACE_EXISTING);
    }

    @Override
    public boolean link(Path file, Path name) throws IOException {
        try {
            Files.createLink(name, file);
            return true;
        } catch (FileAlreadyExistsException taken) {
            return false;
        }
    }

    @Override
    public void protect(Path file) throws IOException {
        if (POSIX) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r--r--"));
        }
    }

    @Override
    public void delete(Path path) throws IOException {
        Files.deleteIfExists(path);
    }

    @Override
    public OptionalLong size(Path file) throws IOException {
        try {
            return OptionalLong.of(Files.readAttributes(file, BasicFileAttributes.class).size());
        } catch (NoSuchFileException missing) {
            return OptionalLong.empty();
        }
    }

    @Override
    public byte[] read(Path file) throws IOException {
        return Files.readAllBytes(file);
    }

    /// Reads no more than that: the text may be long.
    @Override
    public String firstLine(Path file) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            for (int each = in.read(); each >= 0; each = in.read()) {
                if (each == '\n') {
                    return line.toString(StandardCharsets.UTF_8);
                }
                line.write(each);
            }
        }
        return "";
    }

    @Override
    public List<Path> list(Path folder) throws IOException {
        List<Path> names = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            entries.forEach(names::add);
        } catch (NoSuchFileException | NotDirectoryException missing) {
            return List.of();
        }
        Collections.sort(names);
        return names;
    }

    @Override
    public boolean isFolder(Path path) {
        // A link to a folder is none: what it points to is not ours to look into, or to remove.
        return Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
    }

    @Override
    public Instant lastModified(Path file) throws IOException {
        return Files.getLastModifiedTime(file).toInstant();
    }

    @Override
    @SuppressWarnings("LockNotBeforeTry") // it is left when the caller closes what this returns
    public Closeable lock(Path file, Sharing sharing) throws IOException {
        ReentrantLock threads = LOCKS.computeIfAbsent(real(file), any -> new ReentrantLock(true));
        threads.lock();
        FileChannel channel = null;
        try {
            channel = FileChannel.open(file, CREATE, READ, WRITE);
            channel.lock(0, Long.MAX_VALUE, sharing == Sharing.SHARED);
        } catch (IOException | RuntimeException failure) {
            threads.unlock();
            if (channel != null) {
                channel.close();
            }
            throw failure;
        }
        FileChannel held = channel;
        return () -> {
            // Closing the channel gives the lock of the file back. The next thread may ask for it only after that.
            try {
                held.close();
            } finally {
                threads.unlock();
            }
        };
    }

    // Two commands of one process may have come to the same warehouse by different links.
    private static Path real(Path file) throws IOException {
        Path absolute = file.toAbsolutePath();
        Path folder = absolute.getParent();
        return folder == null ? absolute : folder.toRealPath().resolve(absolute.getFileName());
    }
}
