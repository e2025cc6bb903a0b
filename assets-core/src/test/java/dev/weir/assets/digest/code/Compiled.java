package dev.weir.assets.digest.code;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/// Class files of source texts, compiled in memory.
final class Compiled implements ClassFiles {

    private final Map<String, ByteArrayOutputStream> files = new TreeMap<>();

    /// @param sources each with one or more top-level types, none of them public
    static Compiled of(String... sources) {
        return with(List.of("-g"), sources);
    }

    static Compiled with(List<String> options, String... sources) {
        Compiled compiled = new Compiled();
        List<JavaFileObject> texts = new ArrayList<>();
        for (String source : sources) {
            texts.add(new Text("Text" + texts.size(), source));
        }
        List<String> all = new ArrayList<>(options);
        all.add("-proc:none");
        StringWriter said = new StringWriter();
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        JavaFileManager inMemory = compiled.new InMemory(javac.getStandardFileManager(null, Locale.ROOT, null));
        if (!javac.getTask(said, inMemory, null, all, null, texts).call()) {
            throw new IllegalArgumentException(said.toString());
        }
        return compiled;
    }

    /// Cuts a class file off in its middle.
    void truncate(String name) {
        byte[] whole = own(name).orElseThrow();
        ByteArrayOutputStream half = new ByteArrayOutputStream();
        half.write(whole, 0, whole.length / 2);
        files.put(name, half);
    }

    @Override
    public Collection<String> names() {
        return files.keySet();
    }

    @Override
    public Optional<byte[]> own(String name) {
        return Optional.ofNullable(files.get(name)).map(ByteArrayOutputStream::toByteArray);
    }

    @Override
    public Optional<byte[]> foreign(String name) {
        try (InputStream file = ClassLoader.getSystemResourceAsStream(name + ".class")) {
            return file == null ? Optional.empty() : Optional.of(file.readAllBytes());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static final class Text extends SimpleJavaFileObject {
        private final String text;

        Text(String name, String text) {
            super(URI.create("string:///" + name + ".java"), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }

    private final class InMemory extends ForwardingJavaFileManager<JavaFileManager> {

        InMemory(JavaFileManager files) {
            super(files);
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
            return new SimpleJavaFileObject(URI.create("mem:///" + className.replace('.', '/') + ".class"), kind) {
                @Override
                public OutputStream openOutputStream() {
                    ByteArrayOutputStream out = new ByteArrayOutputStream();
                    files.put(className.replace('.', '/'), out);
                    return out;
                }
            };
        }
    }
}
