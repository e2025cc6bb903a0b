package dev.weir.materializer.project;

import dev.weir.assets.spec.ConfigSpec;
import dev.weir.checks.index.ClassIndex;
import dev.weir.checks.index.IndexFormat;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What another process needs in order to call a project's code just as this one does: the class path, who makes what, and
/// the values of the configuration. No secret is in it, only where each comes from.
public final class CodeImage {

    private final byte[] bytes;

    public CodeImage(byte[] bytes) {
        this.bytes = bytes.clone();
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    static CodeImage of(Project.Code code) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            writeClassPath(code, out);
            out.writeInt(code.classes().indexes().size());
            for (ClassIndex index : code.classes().indexes()) {
                out.writeUTF(index.declaringClass());
                ClassIndex makers = new ClassIndex(
                        index.declaringClass(), index.moduleClass(), "", List.of(), List.of(), index.resources());
                Block.write(IndexFormat.write(makers), out);
            }
            writeConfiguration(code.configuration(), out);
            writeSecrets(code.secrets(), out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return new CodeImage(bytes.toByteArray());
    }

    private static void writeClassPath(Project.Code code, DataOutputStream out) throws IOException {
        URL[] urls = code.loader().getURLs();
        out.writeInt(urls.length);
        for (URL url : urls) {
            out.writeUTF(Path.of(java.net.URI.create(url.toString())).toString());
        }
    }

    // By number, as the records of configuration come in no order.
    private static void writeConfiguration(Configuration configuration, DataOutputStream out) throws IOException {
        out.writeInt(configuration.records().size());
        for (ConfigSpec record : configuration.records()) {
            out.writeUTF(record.javaName());
            List<Object> values = configuration.valuesOf(record);
            out.writeInt(values.size());
            for (Object value : values) {
                Block.writeText(value.toString(), out);
            }
        }
    }

    private static void writeSecrets(Secrets secrets, DataOutputStream out) throws IOException {
        out.writeInt(secrets.sources().size());
        for (Map.Entry<String, SecretSource> entry : secrets.sources().entrySet()) {
            out.writeUTF(entry.getKey());
            switch (entry.getValue()) {
                case SecretSource.Variable(String name) -> {
                    out.writeBoolean(true);
                    out.writeUTF(name);
                }
                case SecretSource.File(Path path) -> {
                    out.writeBoolean(false);
                    out.writeUTF(path.toAbsolutePath().toString());
                }
            }
        }
    }

    /// The objects of a run in the process that reads this.
    ///
    /// @param asked the records of configuration that will be asked for
    public Resources open(List<ConfigSpec> asked, Map<String, String> environment) {
        try (DataInputStream in = new DataInputStream(new java.io.ByteArrayInputStream(bytes))) {
            List<Path> classPath = new ArrayList<>();
            for (int left = in.readInt(); left > 0; left--) {
                classPath.add(Path.of(in.readUTF()));
            }
            Map<String, String> moduleClasses = new HashMap<>();
            List<ClassIndex> indexes = new ArrayList<>();
            for (int left = in.readInt(); left > 0; left--) {
                ClassIndex index = IndexFormat.read(in.readUTF(), Block.read(in));
                indexes.add(index);
                moduleClasses.put(index.declaringClass(), index.moduleClass());
            }
            UserClassLoader loader = new UserClassLoader(classPath);
            Catalog catalog = Catalog.of(indexes);
            List<ConfigSpec> records = new ArrayList<>(catalog.configs());
            records.addAll(asked);
            return new Resources(
                    catalog,
                    new Modules(loader, moduleClasses),
                    readConfiguration(records, in),
                    Secrets.of(readSecrets(in), environment),
                    loader,
                    Map.of());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static Configuration readConfiguration(List<ConfigSpec> records, DataInputStream in) throws IOException {
        Map<String, List<String>> written = new HashMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            String name = in.readUTF();
            List<String> values = new ArrayList<>();
            for (int more = in.readInt(); more > 0; more--) {
                values.add(Block.readText(in));
            }
            written.put(name, values);
        }
        Map<ConfigSpec, List<Configuration.Value>> values = new HashMap<>();
        for (ConfigSpec record : records) {
            List<String> texts = written.getOrDefault(record.javaName(), List.of());
            List<Configuration.Value> parsed = new ArrayList<>();
            for (int i = 0; i < texts.size(); i++) {
                parsed.add(new Configuration.Value(record.fields().get(i).parse(texts.get(i)), ""));
            }
            values.put(record, parsed);
        }
        return new Configuration(values);
    }

    private static Map<String, SecretSource> readSecrets(DataInputStream in) throws IOException {
        Map<String, SecretSource> sources = new HashMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            String name = in.readUTF();
            boolean isVariable = in.readBoolean();
            String place = in.readUTF();
            sources.put(name, isVariable ? new SecretSource.Variable(place) : new SecretSource.File(Path.of(place)));
        }
        return sources;
    }
}
