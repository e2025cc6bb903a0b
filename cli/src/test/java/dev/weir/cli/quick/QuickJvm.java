package dev.weir.cli.kill;

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

/// How processes are started that are going to be killed: quickly, and so that they leave nothing behind. What they load
/// is in jars and read beforehand in an archive of classes, and DuckDB's library lies beside its jar: out of the jar it
/// would be copied at each start, and that copy would outlive the kill.
final class VictimJvm {

    private static final String DUCKDB = "duckdb_jdbc";
    private static final String LIBRARY = "libduckdb_java.so_";
    // Most die before compiled code has paid for itself: only what is called very often is compiled.
    private static final String COMPILES_LITTLE = "-XX:CompileThresholdScaling=10";

    private final Path archive;
    private final String classPath;

    private VictimJvm(Path folder) throws IOException {
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

    /// @param folder for what it needs
    /// @param server of which classes are to be in the archive too
    static VictimJvm rehearsed(Path folder, Memory.Server server) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        VictimJvm jvm = new VictimJvm(folder);
        Path project = folder.resolve("rehearsal");
        Path said = folder.resolve("rehearsal.log");
        int exit = new ProcessBuilder(jvm.command(
                        "-XX:AOTCacheOutput=" + jvm.archive, Rehearsal.class, project.toString(), server.toString()))
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start()
                .waitFor();
        if (exit != 0 || !Files.exists(jvm.archive)) {
            throw new IllegalStateException("The rehearsal failed: " + Files.readString(said));
        }
        return jvm;
    }

    Process start(List<String> arguments) throws IOException {
        String[] all = arguments.toArray(String[]::new);
        return new ProcessBuilder(command("-XX:AOTCache=" + archive, Victim.class, all)).start();
    }

    private List<String> command(String option, Class<?> main, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of("-XX:-UsePerfData", "-Xlog:aot*=off,cds*=off", COMPILES_LITTLE, option));
        command.addAll(List.of("-cp", classPath, main.getName()));
        command.addAll(List.of(arguments));
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
