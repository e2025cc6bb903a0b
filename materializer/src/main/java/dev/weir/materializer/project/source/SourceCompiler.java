package dev.weir.materializer.project.source;

import dev.weir.assets.problem.DiskFailure;
import dev.weir.assets.problem.ProblemCode;
import dev.weir.assets.problem.WeirException;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.annotation.processing.Processor;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/// Runs javac in this process.
final class SourceCompiler {

    private final List<Path> classPath;
    private final Supplier<? extends Processor> processor;

    SourceCompiler(List<Path> classPath, Supplier<? extends Processor> processor) {
        this.classPath = classPath;
        this.processor = processor;
    }

    /// Compiles a source into an empty folder.
    ///
    /// @throws WeirException `SOURCE_DOES_NOT_COMPILE` with each error
    void compile(Path source, String original, Path output) throws IOException {
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        if (javac == null) {
            throw new WeirException(
                    ProblemCode.SOURCE_DOES_NOT_COMPILE,
                    "%s has to be compiled, but this Java %s is a runtime without a compiler: install a JDK of version 25 or later, or let JAVA_HOME name one"
                            .formatted(source.getFileName(), Runtime.version().feature()));
        }
        String className = classNameOf(source);
        String fileName = source.getFileName().toString();
        SourceText text = new Wrapping(javac).wrap(fileName, original, className);
        Complaints complaints = new Complaints(fileName, text);
        boolean succeeded = compile(javac, new StringSource(className, text.compiled()), output, complaints);
        if (complaints.problems().stream().anyMatch(problem -> DiskFailure.in(problem.message()).isPresent())) {
            throw new WeirException(
                    ProblemCode.DISK_FULL,
                    "%s cannot be compiled, as its classes cannot be written to %s: make some space there, then do it again"
                            .formatted(fileName, output.getParent()));
        }
        if (!complaints.problems().isEmpty()) {
            throw new WeirException(complaints.problems());
        }
        if (!succeeded) {
            throw new IllegalStateException("javac failed without an error");
        }
    }

    private boolean compile(JavaCompiler javac, JavaFileObject source, Path output, Complaints complaints)
            throws IOException {
        try (StandardJavaFileManager files =
                javac.getStandardFileManager(complaints, Locale.ROOT, StandardCharsets.UTF_8)) {
            String path = classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
            List<String> options =
                    List.of("-proc:full", "-g", "-Xlint:none", "-d", output.toString(), "-classpath", path);
            JavaCompiler.CompilationTask task = javac.getTask(null, files, complaints, options, null, List.of(source));
            task.setProcessors(List.of(processor.get()));
            task.setLocale(Locale.ROOT);
            return task.call();
        }
    }

    /// The name of the file where that is a name in Java, else the nearest one.
    static String classNameOf(Path source) {
        String stem = source.getFileName().toString().replaceFirst("\\.java$", "");
        StringBuilder name = new StringBuilder();
        stem.codePoints()
                .map(c -> Character.isJavaIdentifierPart(c) && c != '$' ? c : '_')
                .forEach(name::appendCodePoint);
        return name.isEmpty() || !Character.isJavaIdentifierStart(name.codePointAt(0)) ? "_" + name : name.toString();
    }
}
