package dev.weir.materializer.project.source;

import dev.weir.assets.digest.Hasher;
import dev.weir.assets.problem.ProblemCode;
import dev.weir.assets.problem.WeirException;
import dev.weir.checks.index.IndexFormat;
import dev.weir.checks.index.WeirVersion;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;

/// Compiles one Java source with the annotation processor. The classes are kept in a folder named after all that went
/// into them, so that those of an older text, an older Weir or another Java are never taken for these.
public final class SingleSource {

    private final Path cache;
    private final List<Path> libraries;
    private final Supplier<? extends Processor> processor;

    /// @param cache where classes are kept; it need not exist yet
    /// @param libraries what the source may use besides Weir's API
    /// @param processor makes a new annotation processor; asked only if the source has to be compiled
    public SingleSource(Path cache, List<Path> libraries, Supplier<? extends Processor> processor) {
        this.cache = cache;
        this.libraries = List.copyOf(libraries);
        this.processor = processor;
    }

    /// The folder with the classes of a source.
    ///
    /// @throws WeirException `SOURCE_DOES_NOT_COMPILE` with each error
    public Path classesOf(Path source) throws IOException {
        String text = textOf(source);
        List<Path> classPath = new ArrayList<>(ApiClassPath.entries());
        classPath.addAll(libraries);
        Path classes = cache.resolve(digest(source, text, classPath));
        if (!Files.isDirectory(classes)) {
            Files.createDirectories(cache);
            Path fresh = Files.createTempDirectory(cache, "compiling");
            try {
                new SourceCompiler(classPath, processor).compile(source, text, fresh);
                moveTo(classes, fresh);
            } finally {
                delete(fresh);
            }
        }
        return classes;
    }

    private static String textOf(Path source) throws IOException {
        try {
            return Files.readString(source);
        } catch (CharacterCodingException malformed) {
            throw new WeirException(
                    ProblemCode.SOURCE_DOES_NOT_COMPILE,
                    "%s is not text in UTF-8: save it in that encoding".formatted(source.getFileName()),
                    malformed);
        }
    }

    private static String digest(Path source, String text, List<Path> classPath) throws IOException {
        Hasher hasher = new Hasher()
                .add(source.getFileName().toString())
                .add(text)
                .add(WeirVersion.current())
                .add(IndexFormat.NUMBER)
                .add(Wrapping.NUMBER)
                .add(Runtime.version().toString());
        for (Path entry : classPath) {
            BasicFileAttributes attributes = Files.readAttributes(entry, BasicFileAttributes.class);
            hasher.add(entry.toString())
                    .add(attributes.size())
                    .add(attributes.lastModifiedTime().toMillis());
        }
        return hasher.finish().toString();
    }

    // In one step, so that whoever finds the folder finds all of it. Another process may have been first.
    private static void moveTo(Path classes, Path fresh) throws IOException {
        try {
            Files.move(fresh, classes, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileSystemException another) {
            // Each system has its own exception for a folder that is there.
            if (!Files.isDirectory(classes)) {
                throw another;
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(each);
                }
            }
        }
    }
}
