package dev.weir.materializer.warehouse;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;

/// The operations on files that durability rests on. They promise no more than a disk does: what was written is there
/// after a power cut only if the file was synced, and a name only if its folder was. Threads may share it.
interface FileOps {

    /// Makes one folder; its parent exists. Nothing happens if it exists already.
    void createFolder(Path folder) throws IOException;

    /// Writes a file anew, from the buffer's position to its limit.
    void write(Path file, ByteBuffer content) throws IOException;

    /// Makes the content of a file durable.
    void sync(Path file) throws IOException;

    /// Makes the names in a folder durable.
    void syncFolder(Path folder) throws IOException;

    /// Renames a file in one step, in place of what has the name.
    void move(Path from, Path to) throws IOException;

    /// Gives a file a second name.
    ///
    /// @return whether it got it; not if the name is taken
    boolean link(Path file, Path name) throws IOException;

    /// Takes away the right to write to a file.
    void protect(Path file) throws IOException;

    /// Removes a file or an empty folder; nothing happens if there is none.
    void delete(Path path) throws IOException;

    /// The size of a file; empty if there is none.
    OptionalLong size(Path file) throws IOException;

    byte[] read(Path file) throws IOException;

    /// The first line of a text, without its end; empty if no line ends.
    default String firstLine(Path file) throws IOException {
        String text = new String(read(file), StandardCharsets.UTF_8);
        return text.substring(0, Math.max(0, text.indexOf('\n')));
    }

    /// What is in a folder, by name; empty if there is no such folder.
    List<Path> list(Path folder) throws IOException;

    boolean isFolder(Path path);

    Instant lastModified(Path file) throws IOException;

    /// Waits for a lock that processes share or have alone, until it is closed. The file is made if it is missing.
    Closeable lock(Path file, Sharing sharing) throws IOException;

    /// Who else may hold a lock at the same time.
    enum Sharing {
        SHARED,
        ALONE
    }
}
