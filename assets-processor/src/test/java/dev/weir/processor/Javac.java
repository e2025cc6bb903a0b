package dev.weir.processor;

import dev.weir.assets.Asset;
import dev.weir.checks.Check;
import dev.weir.partitions.Daily;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.NullMarked;
import org.roaringbitmap.RoaringBitmap;

/// Compiles short sources into a folder, with the processor.
final class Javac {

    private static final Pattern PACKAGE = Pattern.compile("(?m)^package ([\\w.]+);");
    private static final Pattern TYPE = Pattern.compile(
            "(?m)^(?:public )?(?:final |abstract |sealed )*" + "(?:class|interface|@interface|record|enum) (\\w+)");

    private final Path output;
    private final List<Path> classPath = new ArrayList<>();
    private final List<String> options = new ArrayList<>(List.of("-proc:full", "--release", "25"));
    private final List<Processor> processors = new ArrayList<>(List.of(new WeirProcessor()));

    Javac(Path output) {
        this.output = output;
        Stream.of(Asset.class, Check.class, Daily.class, NullMarked.class, RoaringBitmap.class)
                .map(Javac::locationOf)
                .forEach(classPath::add);
    }

    Javac against(Path folder) {
        classPath.add(folder);
        return this;
    }

    Javac with(String... moreOptions) {
        options.addAll(List.of(moreOptions));
        return this;
    }

    Javac with(Processor other) {
        processors.addFirst(other);
        return this;
    }

    Javac withoutWeir() {
        processors.clear();
        return this;
    }

    Compiled compile(String... sources) {
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files = javac.getStandardFileManager(null, null, null)) {
            Files.createDirectories(output);
            List<String> all = new ArrayList<>(options);
            all.addAll(
                    List.of("-d", output.toString(), "-cp", pathOf(classPath) + java.io.File.pathSeparator + output));
            List<JavaFileObject> units =
                    Stream.of(sources).<JavaFileObject>map(Source::new).toList();
            JavaCompiler.CompilationTask task = javac.getTask(new StringWriter(), files, diagnostics, all, null, units);
            task.setProcessors(processors);
            boolean succeeded = task.call();
            return new Compiled(output, classPath, succeeded, diagnostics.getDiagnostics());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    static String pathOf(List<Path> entries) {
        return entries.stream().map(Path::toString).collect(Collectors.joining(java.io.File.pathSeparator));
    }

    private static Path locationOf(Class<?> type) {
        try {
            return Path.of(Objects.requireNonNull(type.getProtectionDomain().getCodeSource())
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// A source text, named after the first type in it.
    private static final class Source extends SimpleJavaFileObject {

        private final String text;

        Source(String text) {
            super(URI.create("string:///" + nameOf(text)), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }

        private static String nameOf(String text) {
            Matcher packages = PACKAGE.matcher(text);
            String folder = packages.find() ? packages.group(1).replace('.', '/') + "/" : "";
            List<String> types =
                    TYPE.matcher(text).results().map(found -> found.group(1)).toList();
            Matcher publicType = Pattern.compile("(?m)^public [a-z ]*@?(?:class|interface|record|enum) (\\w+)")
                    .matcher(text);
            return folder + (publicType.find() ? publicType.group(1) : types.getFirst()) + ".java";
        }
    }
}
