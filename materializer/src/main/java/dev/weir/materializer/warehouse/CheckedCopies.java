package dev.weir.materializer.warehouse;

import dev.weir.assets.digest.Digest;
import dev.weir.assets.problem.Problem;
import dev.weir.assets.problem.ProblemCode;
import dev.weir.assets.problem.WeirException;
import dev.weir.materializer.hash.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.LongConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Copies of files, durable under their names only when they are complete. A file in whose name its SHA-256 stands is
/// compared with it on the way, and not copied if it is another. Used by one thread.
final class CheckedCopies {

    private static final Pattern HASH = Pattern.compile("(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])");
    private static final int NAMED = 20;
    private static final int BUFFER = 1 << 16;

    private final FileOps disk;
    private final LongConsumer progress;
    private final Set<Path> folders = new TreeSet<>();
    private final List<String> findings = new ArrayList<>();
    private long wrong;
    private long files;
    private long newFiles;
    private long bytes;

    CheckedCopies(FileOps disk, LongConsumer progress) {
        this.disk = disk;
        this.progress = progress;
    }

    WarehouseCopy.Copied copied() {
        return new WarehouseCopy.Copied(files, newFiles, bytes);
    }

    /// Does nothing if a file of this size is there.
    ///
    /// @return whether it is there then; not if it is damaged
    /// @throws java.nio.file.NoSuchFileException if there is nothing to copy
    boolean copy(Path from, Path to) throws IOException {
        long size = Files.size(from);
        if (Files.exists(to) && Files.size(to) == size) {
            count(size);
            return true;
        }
        Path parent = DurableFiles.parentOf(to);
        Files.createDirectories(parent);
        Path unfinished = to.resolveSibling(to.getFileName() + ".tmp");
        String hash = write(from, unfinished);
        Matcher named = HASH.matcher(from.getFileName().toString());
        if (named.find() && !named.group().equals(hash)) {
            Files.delete(unfinished);
            finding("%s is damaged: its content has the SHA-256 %s, which is not that of its name".formatted(from, hash));
            return false;
        }
        Files.move(unfinished, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        found(to);
        newFiles++;
        count(size);
        return true;
    }

    /// The name of a file is to be durable, also if it was there before: whoever copied it may have been stopped.
    void found(Path file) {
        folders.add(DurableFiles.parentOf(file));
    }

    private void count(long size) {
        files++;
        bytes += size;
        progress.accept(size);
    }

    private static String write(Path from, Path to) throws IOException {
        Sha256 sha256 = Sha256.of(Files.size(from));
        byte[] buffer = new byte[BUFFER];
        try (FileChannel channel = FileChannel.open(
                        to, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE);
                OutputStream out = Channels.newOutputStream(channel);
                InputStream in = Files.newInputStream(from)) {
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                sha256.update(buffer, n);
                out.write(buffer, 0, n);
            }
            channel.force(true);
        }
        byte[] hash = new byte[Digest.BYTES];
        sha256.finish(hash);
        return Digest.of(hash).toString();
    }

    /// Something that should be copied is not there.
    void missing(String what) {
        finding("%s is missing".formatted(what));
    }

    private void finding(String sentence) {
        wrong++;
        if (findings.size() < NAMED) {
            findings.add(sentence);
        }
    }

    /// Makes the names durable, of files and of the folders they are in.
    ///
    /// @param root a folder that is durable itself, above all of them
    /// @param wayOut what to do about something damaged or missing
    /// @throws WeirException if something was damaged or missing
    void finish(Path root, String wayOut) throws IOException {
        Set<Path> named = new TreeSet<>();
        for (Path each : folders) {
            for (Path folder = each; folder.startsWith(root) && named.add(folder); ) {
                folder = DurableFiles.parentOf(folder);
            }
        }
        for (Path folder : named) {
            disk.syncFolder(folder);
        }
        folders.clear();
        if (wrong > findings.size()) {
            findings.add("%,d more are damaged or missing".formatted(wrong - findings.size()));
        }
        if (!findings.isEmpty()) {
            findings.add(wayOut);
            throw new WeirException(findings.stream()
                    .map(finding -> Problem.of(ProblemCode.CORRUPT_OBJECT, finding))
                    .toList());
        }
    }
}
