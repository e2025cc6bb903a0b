package dev.weir.materializer.warehouse;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Path;

/// The one place that knows in which order things are synced. Threads may share it.
public final class DurableFiles {

    private final FileOps files;

    DurableFiles(FileOps files) {
        this.files = files;
    }

    /// On the disk of this machine.
    public static DurableFiles onDisk() {
        return new DurableFiles(new DiskFiles());
    }

    /// Puts a file in place of what has its name, so that at any moment, and after a power cut, either the old content or
    /// the new one is there, whole. Durable when this returns.
    ///
    /// The sequence is that of PostgreSQL's `durable_rename`: sync the new file, rename it, sync it again under its new
    /// name (for file systems that would not keep the name otherwise), sync the folder.
    ///
    /// @param temporary where the new content is written first; on the same file system
    public void replace(Path target, Path temporary, ByteBuffer content) throws IOException {
        put(target, temporary, content);
        files.sync(target);
        files.syncFolder(parentOf(target));
    }

    /// Does the same for one of many files, whose content is durable when this returns; their names are after [#sync] of
    /// the folders.
    void put(Path target, Path temporary, ByteBuffer content) throws IOException {
        files.write(temporary, content);
        files.sync(temporary);
        files.move(temporary, target);
    }

    /// Makes a folder, and those above it, where there are none. Durable when this returns, and as far as it has come when the
    /// process is killed meanwhile: a folder is made only when the name of the one above it is durable, whoever has made that.
    ///
    /// @param folder absolute
    public void makeFolder(Path folder) throws IOException {
        Path parent = folder.getParent();
        if (parent == null) {
            return;
        }
        if (!files.isFolder(folder)) {
            makeFolder(parent);
            files.createFolder(folder);
        }
        try {
            files.syncFolder(parent);
        } catch (AccessDeniedException notReadable) {
            // Whoever may not look into a folder has made nothing in it.
        }
    }

    /// Makes the folders between `root`, which exists, and `folder`, included. Not durable: [#sync] is.
    void createFolders(Path root, Path folder) throws IOException {
        if (!folder.equals(root) && !files.isFolder(folder)) {
            createFolders(root, parentOf(folder));
            files.createFolder(folder);
        }
    }

    /// Makes the names in the folders durable, each once.
    void sync(Iterable<Path> folders) throws IOException {
        for (Path folder : folders) {
            files.syncFolder(folder);
        }
    }

    /// Removes a folder with all that is in it, not durably. Where somebody is still adding to it, it stays.
    void deleteAll(Path folder) throws IOException {
        for (Path entry : files.list(folder)) {
            if (files.isFolder(entry)) {
                deleteAll(entry);
            } else {
                files.delete(entry);
            }
        }
        try {
            files.delete(folder);
        } catch (DirectoryNotEmptyException addedTo) {
            // A process that has lost its run, but does not know yet. The next recovery comes here again.
        }
    }


    static Path parentOf(Path path) {
        Path parent = path.getParent();
        if (parent == null) {
            throw new IllegalArgumentException("%s has no folder".formatted(path));
        }
        return parent;
    }
}
