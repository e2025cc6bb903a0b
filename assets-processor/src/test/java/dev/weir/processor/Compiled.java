package dev.weir.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.assets.generated.AssetModule;
import dev.weir.checks.index.ClassIndex;
import dev.weir.checks.index.IndexFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;

/// What javac made of some sources.
record Compiled(
        Path output, List<Path> classPath, boolean succeeded, List<Diagnostic<? extends JavaFileObject>> diagnostics) {

    /// The errors and warnings, each as `File.java:12: message`.
    List<String> problems() {
        return diagnostics.stream()
                .filter(diagnostic -> diagnostic.getKind() != Diagnostic.Kind.NOTE)
                .map(Compiled::describe)
                .toList();
    }

    Compiled successfully() {
        assertThat(problems()).isEmpty();
        assertThat(succeeded).isTrue();
        return this;
    }

    ClassIndex index(String declaringClass) {
        try {
            return IndexFormat.read(
                    declaringClass, Files.readAllBytes(output.resolve(ClassIndex.fileOf(declaringClass))));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    AssetModule module(String declaringClass) throws ReflectiveOperationException {
        return (AssetModule) load(index(declaringClass).moduleClass())
                .getDeclaredConstructor()
                .newInstance();
    }

    Class<?> load(String name) throws ClassNotFoundException {
        return Class.forName(name, true, new URLClassLoader(urls(), Compiled.class.getClassLoader()));
    }

    private URL[] urls() {
        return Stream.concat(Stream.of(output), classPath.stream())
                .map(Compiled::urlOf)
                .toArray(URL[]::new);
    }

    private static URL urlOf(Path path) {
        try {
            return path.toUri().toURL();
        } catch (MalformedURLException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String describe(Diagnostic<? extends JavaFileObject> diagnostic) {
        String message = diagnostic.getMessage(Locale.ROOT);
        JavaFileObject source = diagnostic.getSource();
        if (source == null) {
            return message;
        }
        String path = source.getName();
        return "%s:%d: %s".formatted(path.substring(path.lastIndexOf('/') + 1), diagnostic.getLineNumber(), message);
    }
}
