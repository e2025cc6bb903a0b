package dev.weir.materializer.project;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/// Compiles source texts, as a user's build would.
final class Compiled {

    private Compiled() {}

    /// Compiles into a folder, against the class path of the test, and gives the folder back.
    ///
    /// @param sources each begins with its file's name and a colon, such as `a/B.java: package a; class B {}`
    static Path into(Path folder, String... sources) {
        return into(folder, List.of("-proc:none"), sources);
    }

    static Path into(Path folder, List<String> options, String... sources) {
        try {
            Files.createDirectories(folder);
            Path texts = Files.createTempDirectory(folder.getParent(), "texts");
            List<Path> files = new ArrayList<>();
            for (String source : sources) {
                int colon = source.indexOf(": ");
                Path file = texts.resolve(source.substring(0, colon));
                Files.createDirectories(file.getParent());
                files.add(Files.writeString(file, source.substring(colon + 2)));
            }
            List<String> all = new ArrayList<>(List.of("-d", folder.toString()));
            all.addAll(options);
            compile(files, all);
            return folder;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void compile(List<Path> files, List<String> options) throws IOException {
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        StringWriter said = new StringWriter();
        try (StandardJavaFileManager manager = javac.getStandardFileManager(null, Locale.ROOT, null)) {
            if (!javac.getTask(said, manager, null, options, null, manager.getJavaFileObjectsFromPaths(files))
                    .call()) {
                throw new IllegalArgumentException(said.toString());
            }
        }
    }
}
