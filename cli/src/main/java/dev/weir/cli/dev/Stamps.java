package dev.weir.cli.dev;

import dev.weir.cli.wiring.Sources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// How the files of a project's sources look from outside, at one moment.
///
/// @param files each with what changes when it is written
/// @param folders that hold them
record Stamps(Map<Path, Stamp> files, Set<Path> folders) {

    /// @param key of the file that bears the name; null where there is no such thing
    record Stamp(FileTime changed, long size, @Nullable Object key) {}

    static Stamps of(Sources sources) {
        Stamps stamps = new Stamps(new HashMap<>(), new HashSet<>());
        for (Path path : sources.paths()) {
            stamps.folders.add(Objects.requireNonNull(path.toAbsolutePath().getParent()));
            stamps.look(path);
        }
        return stamps;
    }

    private void look(Path path) {
        if (!Files.exists(path)) {
            return;
        }
        try {
            Files.walkFileTree(path, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                    folders.add(folder);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (!isOfEditor(file)) {
                        files.put(file, new Stamp(attributes.lastModifiedTime(), attributes.size(), attributes.fileKey()));
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException gone) {
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    // What editors keep beside a file that is being edited.
    private static boolean isOfEditor(Path file) {
        String name = file.getFileName().toString();
        return name.startsWith(".") || name.endsWith("~") || name.startsWith("#");
    }
}
