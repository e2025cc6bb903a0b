package dev.weir.materializer.project;

import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/// A folder or a jar on a class path. Names within it are written with `/`, as in `com/acme/Flights.class`.
sealed interface ClassPathEntry extends Closeable {

    /// The folder or jar itself.
    Path path();

    boolean contains(String name);

    byte @Nullable [] read(String name) throws IOException;

    /// All files below a folder of it with such an ending, in no particular order.
    ///
    /// @param folder such as `META-INF/weir/`; empty for all
    List<String> list(String folder, String ending) throws IOException;

    static ClassPathEntry open(Path path) throws IOException {
        return Files.isDirectory(path) ? new Folder(path) : new Jar(path, new ZipFile(path.toFile()));
    }

    /// A folder that a build writes classes to.
    record Folder(Path path) implements ClassPathEntry {

        @Override
        public boolean contains(String name) {
            return file(name).isFile();
        }

        @Override
        public byte @Nullable [] read(String name) throws IOException {
            File file = file(name);
            return file.isFile() ? Files.readAllBytes(file.toPath()) : null;
        }

        private File file(String name) {
            return new File(path.toFile(), name);
        }

        @Override
        public List<String> list(String folder, String ending) throws IOException {
            List<String> names = new ArrayList<>();
            Path start = path.resolve(folder);
            if (!Files.isDirectory(start)) {
                return names;
            }
            Files.walkFileTree(start, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (file.toString().endsWith(ending)) {
                        names.add(path.relativize(file).toString().replace(File.separatorChar, '/'));
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
            return names;
        }

        @Override
        public void close() {}
    }

    /// A jar.
    record Jar(Path path, ZipFile zip) implements ClassPathEntry {

        @Override
        public boolean contains(String name) {
            return zip.getEntry(name) != null;
        }

        @Override
        public byte @Nullable [] read(String name) throws IOException {
            ZipEntry entry = zip.getEntry(name);
            if (entry == null) {
                return null;
            }
            try (InputStream in = zip.getInputStream(entry)) {
                return in.readAllBytes();
            }
        }

        @Override
        public List<String> list(String folder, String ending) {
            List<String> names = new ArrayList<>();
            for (Iterator<? extends ZipEntry> entries = zip.entries().asIterator(); entries.hasNext(); ) {
                String name = entries.next().getName();
                if (name.startsWith(folder) && name.endsWith(ending)) {
                    names.add(name);
                }
            }
            return names;
        }

        @Override
        public void close() throws IOException {
            zip.close();
        }
    }
}
