package dev.weir.materializer.project;

import dev.weir.assets.digest.Hasher;
import dev.weir.assets.problem.ProblemCode;
import dev.weir.assets.problem.WeirException;
import dev.weir.materializer.warehouse.DurableFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// Where a project is: its folder, the `weir.yaml` in it, the one source it may consist of, and the folder for state.
///
/// @param root the folder of `weir.yaml` or of the source, absolute
/// @param file `weir.yaml`; a single source needs none
/// @param source the source given with `-f`
/// @param state where database, warehouse and caches live; it need not exist yet
public record ProjectLayout(Path root, Optional<Path> file, Optional<Path> source, Path state) {

    /// The name of the file that makes a folder a project.
    public static final String FILE_NAME = "weir.yaml";

    /// Finds a project as the command line names it.
    ///
    /// @param here the folder in which the command was given
    /// @throws WeirException `NO_PROJECT` if there is none
    public static ProjectLayout find(Path here, Wanted wanted) {
        Path from = here.toAbsolutePath().normalize();
        if (wanted.source().isPresent()) {
            return ofSource(from, wanted);
        }
        if (wanted.folder().isPresent()) {
            return ofFolder(from, wanted);
        }
        for (Path folder = from; folder != null; folder = folder.getParent()) {
            if (Files.isRegularFile(folder.resolve(FILE_NAME))) {
                return of(folder, Optional.empty(), wanted);
            }
        }
        throw none("There is no %s in %s or above".formatted(FILE_NAME, from));
    }

    private static ProjectLayout ofSource(Path here, Wanted wanted) {
        String typed = wanted.source().orElseThrow();
        Path source = here.resolve(typed).normalize();
        if (Files.isDirectory(source)) {
            throw new WeirException(
                    ProblemCode.NO_PROJECT,
                    "%s is a folder: name a Java source with -f, or the folder with --project".formatted(typed));
        }
        if (!Files.isRegularFile(source) || !typed.endsWith(".java")) {
            throw new WeirException(
                    ProblemCode.NO_PROJECT,
                    "%s %s: name a Java source with -f, such as Flights.java"
                            .formatted(typed, Files.exists(source) ? "is not a .java file" : "does not exist"));
        }
        return of(Objects.requireNonNull(source.getParent()), Optional.of(source), wanted);
    }

    private static ProjectLayout ofFolder(Path here, Wanted wanted) {
        String typed = wanted.folder().orElseThrow();
        Path folder = here.resolve(typed).normalize();
        if (!Files.isRegularFile(folder.resolve(FILE_NAME))) {
            throw none(Files.isDirectory(folder)
                    ? "There is no %s in %s".formatted(FILE_NAME, typed)
                    : "Folder %s does not exist".formatted(typed));
        }
        return of(folder, Optional.empty(), wanted);
    }

    private static ProjectLayout of(Path root, Optional<Path> source, Wanted wanted) {
        Path file = root.resolve(FILE_NAME);
        Path state = wanted.home()
                .map(home -> home.resolve(root.getFileName() + "-" + placeOf(root)))
                .orElseGet(() -> root.resolve(".weir"));
        return new ProjectLayout(root, Files.isRegularFile(file) ? Optional.of(file) : Optional.empty(), source, state);
    }

    // Folders of one name share a WEIR_HOME.
    private static String placeOf(Path root) {
        Path place;
        try {
            place = root.toRealPath();
        } catch (IOException unreadable) {
            place = root;
        }
        return new Hasher().add(place.toString()).finish().abbreviated();
    }

    private static WeirException none(String fact) {
        return new WeirException(
                ProblemCode.NO_PROJECT,
                fact
                        + ". Run weir in the folder of a project or name it with --project DIR; run one file with -f FILE;"
                        + " an empty %s makes a folder a project.".formatted(FILE_NAME));
    }

    /// Makes the folder for state where it does not exist yet. Version control is told to leave it alone.
    ///
    /// @throws WeirException if a file stands in its place
    public void createState() throws IOException {
        if (!Files.isDirectory(state)) {
            requireNoFile(state.toAbsolutePath());
            DurableFiles.onDisk().makeFolder(state.toAbsolutePath());
        }
        Path ignored = state.resolve(".gitignore");
        if (!Files.exists(ignored)) {
            Files.writeString(ignored, "*\n");
        }
    }

    private static void requireNoFile(Path folder) {
        Path there = folder;
        while (there.getParent() != null && !Files.exists(there)) {
            there = there.getParent();
        }
        if (!Files.isDirectory(there)) {
            throw new WeirException(
                    ProblemCode.STATE_UNAVAILABLE,
                    "The folder for the state, %s, cannot be made, as %s is a file: move it away, or name another folder with WEIR_HOME."
                            .formatted(folder, there.equals(folder) ? "that" : there));
        }
    }

    /// Where builds put the classes of a project that does not say where they are.
    public List<Path> buildFolders() {
        return ProjectLoader.BUILD_FOLDERS.stream().map(root::resolve).toList();
    }

    /// What the command line and the environment say about where the project is.
    ///
    /// @param folder `--project`, as typed
    /// @param source `-f`, as typed
    /// @param home `WEIR_HOME`, which holds the state of many projects
    public record Wanted(Optional<String> folder, Optional<String> source, Optional<Path> home) {

        public static final Wanted ANY = new Wanted(Optional.empty(), Optional.empty(), Optional.empty());

        public static Wanted folder(String typed) {
            return new Wanted(Optional.of(typed), Optional.empty(), Optional.empty());
        }

        public static Wanted source(String typed) {
            return new Wanted(Optional.empty(), Optional.of(typed), Optional.empty());
        }

        public Wanted in(Path otherHome) {
            return new Wanted(folder, source, Optional.of(otherHome));
        }
    }
}
