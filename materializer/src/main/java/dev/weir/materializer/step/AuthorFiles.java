package dev.weir.materializer.step;

import dev.weir.materializer.hash.FileHash;
import dev.weir.materializer.warehouse.Listing;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/// Looks at what an author has written into a staging folder and gives back, before it is kept.
///
/// @param folder the one that the author was given
record AuthorFiles(Path folder) {

    private static final int MOST_FILES = 10_000;

    /// Whether a path is a file, after all that may be wrong with it was ruled out.
    ///
    /// @throws IllegalArgumentException if it lies elsewhere, is not there, is a link, or is neither file nor folder
    boolean isFile(Path returned) {
        Path path = returned.toAbsolutePath().normalize();
        try {
            if (!path.startsWith(folder.toAbsolutePath().normalize())) {
                throw refused(
                        returned,
                        "lies outside of the step's staging folder: take a parameter of type Staging, and write below its folder()");
            }
            BasicFileAttributes attributes = attributes(returned, path);
            if (attributes.isSymbolicLink() || !path.toRealPath().startsWith(folder.toRealPath())) {
                throw refused(returned, "is a link: copy what it points to into the staging folder");
            } else if (attributes.isOther()) {
                throw refused(returned, "is neither a file nor a folder");
            }
            return attributes.isRegularFile();
        } catch (IOException unreadable) {
            throw new UncheckedIOException("%s cannot be read: %s".formatted(returned, unreadable.getMessage()), unreadable);
        }
    }

    private static BasicFileAttributes attributes(Path returned, Path path) throws IOException {
        try {
            return Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        } catch (NoSuchFileException missing) {
            throw refused(returned, "does not exist");
        }
    }

    private static IllegalArgumentException refused(Path path, String why) {
        return new IllegalArgumentException("The method returned %s, which %s".formatted(path, why));
    }

    Listing.Entry entry(Path file) {
        try {
            return entry(file, file.getFileName().toString());
        } catch (IOException unreadable) {
            throw new UncheckedIOException("%s cannot be read: %s".formatted(file, unreadable.getMessage()), unreadable);
        }
    }

    private static Listing.Entry entry(Path file, String name) throws IOException {
        return new Listing.Entry(name, Files.size(file), FileHash.of(file));
    }

    /// The files in a folder that was returned.
    ///
    /// @throws IllegalArgumentException if there is none, too many, or one is no file
    Listing list(Path returned) {
        List<Listing.Entry> files = new ArrayList<>();
        try {
            Files.walkFileTree(returned, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    String name = nameIn(returned, file);
                    if (!attributes.isRegularFile()) {
                        throw new IllegalArgumentException(
                                "The folder that was returned holds %s, which is no file: copy what it stands for into the folder"
                                        .formatted(name));
                    }
                    files.add(entry(file, name));
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException unreadable) {
            throw new UncheckedIOException("%s cannot be read: %s".formatted(returned, unreadable.getMessage()), unreadable);
        }
        if (files.isEmpty()) {
            throw new IllegalArgumentException("The folder that was returned holds no file: write one, or return nothing");
        } else if (files.size() > MOST_FILES) {
            throw new IllegalArgumentException(
                    "The folder that was returned holds %,d files; a version has at most %,d. Put them into an archive"
                            .formatted(files.size(), MOST_FILES));
        }
        return new Listing(files);
    }

    private static String nameIn(Path folder, Path file) {
        return StreamSupport.stream(folder.relativize(file).spliterator(), false)
                .map(Path::toString)
                .collect(Collectors.joining("/"));
    }
}
