package dev.weir.metadata;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.h2.mvstore.MVStoreException;
import org.h2.mvstore.MVStoreTool;

/// Makes the file of an embedded database smaller: what is in use of a copy goes into a new file, which takes the place of the old one.
///
/// Invariants. This process has let go of the database, and nobody in it comes to it meanwhile. The old file is locked, as H2 locks
/// it, until the new one, which is durable by then, has its name: a process that dies anywhere leaves the one or the other, whole. Who
/// has opened the old file by then, and gets its lock next, sees that its name leads elsewhere and begins anew
/// ([Location.Folder#connect]).
///
/// @param file in the folder
record Compaction(Path folder, Path file) {

    private static final String COPY = ".smaller";

    /// If another process was quicker to open it, or was killed over it, it cannot be made smaller, or there is no room for another file, it stays as it is.
    void run() {
        // Whoever closes a file that was opened twice lets go of the lock: all is read through this channel.
        try (FileChannel old = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            FileLock lock = old.tryLock();
            if (lock != null) {
                try {
                    replace(old);
                } finally {
                    removeUnfinished();
                }
            }
        } catch (MVStoreException | IOException stays) {
            // Whoever asked sees that it is as large as before.
        }
    }

    /// Removes what a process has left that was killed over it. Nobody else is over it then: the file is locked, by this or by H2.
    void removeUnfinished() {
        // H2 makes a file beside the copy, and gives it the name of that.
        for (String end : List.of("", ".tempFile", ".newFile")) {
            try {
                Files.deleteIfExists(copy().resolveSibling(copy().getFileName() + end));
            } catch (IOException left) {
                // The next one does it.
            }
        }
    }

    // What is newest in one that was not closed H2 does not know by itself (CheckedChannel).
    private void replace(FileChannel old) throws IOException {
        if (!FileHeader.saysClosed(old)) {
            return;
        }
        copy(old);
        MVStoreTool.compact(copy().toString(), false);
        if (Files.size(copy()) < old.size()) {
            sync(copy());
            Files.move(copy(), file, StandardCopyOption.ATOMIC_MOVE);
            sync(folder);
        }
    }

    private void copy(FileChannel old) throws IOException {
        removeUnfinished();
        try (FileChannel target = FileChannel.open(copy(), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            for (long at = 0; at < old.size(); ) {
                at += old.transferTo(at, old.size() - at, target);
            }
        }
    }

    private static void sync(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private Path copy() {
        return file.resolveSibling(file.getFileName() + COPY);
    }
}
