package dev.weir.metadata;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import org.h2.message.DbException;
import org.h2.store.fs.FilePath;

/// Tells the file of an embedded database that is being made from one in which something may be remembered: a note lies beside the
/// former. Where a process died or had no space before it was done, the next one begins anew.
///
/// Invariants. The note is durable before there is a file, and its end before anybody is told of anything in the file. Who empties
/// a file has it locked, as H2 locks it, and the process that makes it takes the note away while it has it locked.
///
/// @param file as H2 calls it
record UnfinishedFile(String file) {

    /// To be called before H2 opens the file, which makes it if there is none.
    void begin() throws IOException {
        FilePath path = FilePath.get(file);
        boolean isNew = !path.exists();
        if (isNew) {
            note().open("rw").close();
            syncFolder();
        } else if (note().exists()) {
            empty(path);
        }
    }

    /// To be called when the schema is there and durable.
    void end() throws IOException {
        if (note().exists()) {
            try {
                note().delete();
            } catch (DbException failure) {
                throw new IOException(failure.getMessage(), failure);
            }
            syncFolder();
        }
    }

    private void empty(FilePath path) throws IOException {
        try (FileChannel channel = path.open("rw");
                FileLock lock = channel.tryLock()) {
            if (lock != null && note().exists()) {
                channel.truncate(0);
            }
        } catch (OverlappingFileLockException inThisProcess) {
            // Whoever makes it goes on.
        }
    }

    private FilePath note() {
        return FilePath.get(file + ".new");
    }

    private void syncFolder() throws IOException {
        try (FileChannel folder = FilePath.get(file).getParent().open("r")) {
            folder.force(true);
        }
    }
}
