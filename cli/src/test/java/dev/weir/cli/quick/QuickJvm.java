package dev.weir.cli.quick;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/// How the tests start many processes of Java: quickly, and so that one that is killed leaves nothing behind. What they load
/// is in jars and read beforehand in an archive of classes, and DuckDB's library lies beside its jar: out of the jar it
/// would be copied at each start, and that copy would outlive the kill.
public final class QuickJvm {

    private static final String DUCKDB = "duckdb_jdbc";
    private static final String LIBRARY = "libduckdb_java.so_";

    private final Path archive;
    private final String classPath;

    private QuickJvm(Path folder) throws IOException {
        archive = folder.resolve("classes.aot");
        List<String> jars = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(java.io.File.pathSeparator)) {
            Path path = Path.of(entry);
            if (Files.isDirectory(path)) {
                jars.add(jarOf(path, folder.resolve("classes-%d.jar".formatted(jars.size()))).toString());
            } else if (path.getFileName().toString().startsWith(DUCKDB)) {
                jars.add(withoutLibraries(path, folder.resolve(path.getFileName())).toString());
            } else if (Files.exists(path)) {
                jars.add(entry);
            }
        }
        classPath = String.join(java.io.File.pathSeparator, jars);
    }

    /// Lets a class do once what the processes are going to do.
    ///
    /// @param folder for what they need
    /// @param main has ended well when it exits with 0
    /// @param arguments of `main`, which works in the folder
    public static QuickJvm rehearsed(Path folder, Class<?> main, String... arguments)
            throws IOException, InterruptedException {
        Files.createDirectories(folder);
        QuickJvm jvm = new QuickJvm(folder.toAbsolutePath());
        Path said = folder.resolve("rehearsal.log");
        List<String> command = jvm.command("-XX:AOTCacheOutput=" + jvm.archive);
        command.add(main.getName());
        command.addAll(List.of(arguments));
        int exit = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start()
                .waitFor();
        if (exit != 0 || !Files.exists(jvm.archive)) {
            throw new IllegalStateException("The rehearsal failed: " + Files.readString(said));
        }
        return jvm;
    }

    /// How to start one, up to the name of its class, before which more options may go.
    public List<String> command() {
        return command("-XX:AOTCache=" + archive);
    }

    private List<String> command(String option) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of("-XX:-UsePerfData", "-Xlog:aot*=off,cds*=off", option));
        command.addAll(List.of("-cp", classPath));
        return command;
    }

    private static Path jarOf(Path classes, Path jar) throws IOException {
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar));
                Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                out.putNextEntry(new JarEntry(classes.relativize(file).toString().replace('\\', '/')));
                Files.copy(file, out);
            }
        }
        return jar;
    }

    private static Path withoutLibraries(Path duckDb, Path jar) throws IOException {
        try (JarFile from = new JarFile(duckDb.toFile());
                JarOutputStream to = new JarOutputStream(Files.newOutputStream(jar))) {
            for (Enumeration<JarEntry> entries = from.entries(); entries.hasMoreElements(); ) {
                JarEntry entry = entries.nextElement();
                if (entry.getName().startsWith(LIBRARY + "linux")) {
                    copy(from, entry, Files.newOutputStream(jar.resolveSibling(entry.getName())));
                } else if (!entry.getName().startsWith(LIBRARY) && !entry.isDirectory()) {
                    to.putNextEntry(new JarEntry(entry.getName()));
                    from.getInputStream(entry).transferTo(to);
                }
            }
        }
        return jar;
    }

    private static void copy(JarFile from, JarEntry entry, OutputStream to) {
        try (to) {
            from.getInputStream(entry).transferTo(to);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
