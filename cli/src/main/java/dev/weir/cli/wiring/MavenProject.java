package dev.weir.cli.wiring;

import dev.weir.assets.problem.ProblemCode;
import dev.weir.assets.problem.WeirException;
import dev.weir.cli.output.Screen;
import dev.weir.materializer.project.ProjectLayout;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// A project that Maven builds: has it compiled where a source or POM is newer than the last compilation, so that Weir
/// never runs stale classes. A project without a `pom.xml` beside its `weir.yaml` is left as it is.
final class MavenProject {
    private static final Path CLASS_PATH = Path.of("target", "weir-classpath");

    // Why not simply `compile`: between modules, Maven finds a dependency of type test-jar only from test-compile on. That
    // the phase was reached is enough for it, and compiling tests would take its time.
    private static final List<String> WORDS = List.of(
            "-q",
            "-B",
            "-Dstyle.color=never",
            "test-compile",
            "-Dmaven.test.skip=true",
            "dependency:build-classpath",
            "-Dmdep.includeScope=runtime",
            "-Dmdep.outputFile=" + CLASS_PATH);

    private static final Pattern COLOUR = Pattern.compile("\u001b\\[[0-9;]*m");

    private final ProjectLayout layout;
    private final Session.Context context;

    MavenProject(ProjectLayout layout, Session.Context context) {
        this.layout = layout;
        this.context = context;
    }

    /// Compiles what has to be compiled.
    ///
    /// @return the jars and folders the project's classes need
    /// @throws WeirException if it does not compile
    List<Path> prepare() {
        if (!isBuiltHere()) {
            return List.of();
        }
        try {
            if (isStale()) {
                compile();
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return lastLibraries();
    }

    /// Whether it is compiled here, where that is needed.
    boolean isBuiltHere() {
        return layout.source().isEmpty() && Files.isRegularFile(layout.root().resolve("pom.xml")) && !isWeirItself();
    }

    /// What is compiled: the POMs, and the folders of sources and resources.
    Set<Path> sources() {
        Set<Path> sources = new LinkedHashSet<>();
        try {
            Files.walkFileTree(layout.root(), new OwnFolders(MavenProject::holdsNoSources) {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                    if (folder.endsWith(Path.of("src", "main"))) {
                        sources.add(folder);
                        return FileVisitResult.SKIP_SUBTREE;
                    }
                    return super.preVisitDirectory(folder, attributes);
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (file.endsWith("pom.xml")) {
                        sources.add(file);
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return sources;
    }

    private static boolean holdsNoSources(String folder) {
        return folder.equals("target") || folder.equals("test") || isOfOthers(folder);
    }

    private static boolean isOfOthers(String folder) {
        return folder.startsWith(".") || folder.equals("node_modules");
    }

    /// Looks at the project's own files. What goes meanwhile, or may not be read, such as the folder of a database, is none of its sources.
    private abstract class OwnFolders extends SimpleFileVisitor<Path> {
        private final Predicate<String> leftOut;

        /// @param leftOut by name; the project's own folder may have any
        OwnFolders(Predicate<String> leftOut) {
            this.leftOut = leftOut;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            boolean isLeftOut = !folder.equals(layout.root()) && leftOut.test(folder.getFileName().toString());
            return isLeftOut ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) {
            return FileVisitResult.CONTINUE;
        }
    }

    /// What the project's classes needed when it was compiled last; nothing where it never was.
    List<Path> lastLibraries() {
        try {
            return Files.exists(libraries())
                    ? Files.readAllLines(libraries()).stream().map(Path::of).toList()
                    : List.of();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    // The launcher has built its own checkout before it started this process.
    private boolean isWeirItself() {
        String checkout = System.getProperty("weir.checkout", "");
        return !checkout.isEmpty() && layout.root().equals(Path.of(checkout));
    }

    /// Written after each compilation: what the classes need, one path a line.
    private Path libraries() {
        return layout.state().resolve("cache/maven-libraries");
    }

    /// Written after each compilation: by which Weir.
    private Path builder() {
        return layout.state().resolve("cache/maven-compiled-for");
    }

    private boolean isStale() throws IOException {
        boolean cleaned = !Files.exists(layout.root().resolve(CLASS_PATH));
        if (cleaned || !Files.exists(libraries()) || !Files.exists(builder())) {
            return true;
        }
        // What another Weir's processor has made is not always understood by this one.
        if (!Files.readString(builder()).equals(Distribution.build())) {
            return true;
        }
        NewerThan newer = new NewerThan(Files.getLastModifiedTime(libraries()));
        Files.walkFileTree(layout.root(), newer);
        return newer.found;
    }

    private void compile() throws IOException {
        Path maven = maven();
        layout.createState();
        Files.createDirectories(libraries().getParent());
        context.console().err().line("weir: Compiling %s with Maven …".formatted(layout.root().getFileName()));
        context.console().err().flush();
        Path fresh = Files.createTempFile(libraries().getParent(), "compiling", "");
        // Set before Maven starts: sources that change while it is at work are newer.
        FileTime startedAt = Files.getLastModifiedTime(fresh);
        try {
            if (run(maven, MavenRepository.write(layout.state().resolve("maven"))) != 0) {
                throw new WeirException(
                        ProblemCode.SOURCE_DOES_NOT_COMPILE,
                        "Project %s does not compile: Maven says above why.".formatted(layout.root().getFileName()));
            }
            Files.write(fresh, librariesOfModules());
            Files.setLastModifiedTime(fresh, startedAt);
            Files.writeString(builder(), Distribution.build());
            Files.move(fresh, libraries(), StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    private Set<String> librariesOfModules() throws IOException {
        Set<String> libraries = new LinkedHashSet<>();
        Set<Path> files = new TreeSet<>();
        Files.walkFileTree(layout.root(), new OwnFolders(MavenProject::isOfOthers) {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (file.endsWith(CLASS_PATH)) {
                    files.add(file);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        for (Path file : files) {
            for (String library : Files.readString(file).strip().split(File.pathSeparator)) {
                // A module without classes, or whose tests were left out, has no folder of them.
                if (!library.isEmpty() && Files.exists(Path.of(library))) {
                    libraries.add(library);
                }
            }
        }
        return libraries;
    }

    private Path maven() {
        for (String folder : context.variables().getOrDefault("PATH", "").split(File.pathSeparator)) {
            Path maven = context.folder().resolve(folder).resolve("mvn");
            if (!folder.isEmpty() && Files.isExecutable(maven)) {
                return maven;
            }
        }
        throw new WeirException(
                ProblemCode.MAVEN_MISSING,
                "Project %s has to be compiled, and Maven (mvn) is not on the PATH: install Maven 3.8 or newer."
                        .formatted(layout.root().getFileName()));
    }

    private int run(Path program, Optional<String> repository) throws IOException {
        List<String> words = new ArrayList<>(List.of(program.toString()));
        words.addAll(WORDS);
        repository.ifPresent(url -> words.add("-Dweir.repository=" + url));
        ProcessBuilder builder = new ProcessBuilder(words).directory(layout.root().toFile()).redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        // What Maven's own libraries do makes Java warn; nobody but Maven can do anything about it.
        builder.environment()
                .merge(
                        "MAVEN_OPTS",
                        "--enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow",
                        (given, added) -> given + " " + added);
        Process maven = builder.start();
        Screen screen = context.console().err();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(maven.getInputStream(), StandardCharsets.UTF_8))) {
            lines.lines().forEach(line -> say(line, screen));
        }
        try {
            return maven.waitFor();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new WeirException(ProblemCode.INTERNAL, "Compiling was interrupted.", interrupted);
        }
    }

    // Whatever it is told of colours, it ends some.
    private static void say(String line, Screen screen) {
        String plain = COLOUR.matcher(line).replaceAll("");
        if (line.isEmpty() || !plain.isEmpty()) {
            screen.line(plain);
        }
    }

    /// Looks for a source, resource or POM that is newer than a moment, or a folder in which something went.
    private final class NewerThan extends OwnFolders {
        private final FileTime moment;
        private boolean found;

        NewerThan(FileTime moment) {
            super(MavenProject::holdsNoSources);
            this.moment = moment;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            FileVisitResult entering = super.preVisitDirectory(folder, attributes);
            boolean holdsSources = folder.toString().contains("src" + File.separator + "main");
            return entering == FileVisitResult.CONTINUE && holdsSources ? visit(attributes) : entering;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            boolean matters = file.endsWith("pom.xml") || file.toString().contains("src" + File.separator + "main");
            return matters ? visit(attributes) : FileVisitResult.CONTINUE;
        }

        private FileVisitResult visit(BasicFileAttributes attributes) {
            found = attributes.lastModifiedTime().compareTo(moment) > 0;
            return found ? FileVisitResult.TERMINATE : FileVisitResult.CONTINUE;
        }
    }
}
