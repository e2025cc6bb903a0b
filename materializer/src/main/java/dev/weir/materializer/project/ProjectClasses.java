package dev.weir.materializer.project;

import dev.weir.assets.digest.code.ClassFiles;
import dev.weir.assets.problem.Problem;
import dev.weir.assets.problem.ProblemCode;
import dev.weir.assets.problem.WeirException;
import dev.weir.checks.index.ClassIndex;
import dev.weir.checks.index.IndexFormat;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// The files of a project's class path: what its classes declare, and their bytes. Loads no class.
///
/// A library that brings an index counts as code of the project's own, as its assets do.
final class ProjectClasses implements ClassFiles, AutoCloseable {

    private final List<ClassPathEntry> own = new ArrayList<>();
    private final List<ClassPathEntry> foreign = new ArrayList<>();
    private final TreeMap<String, ClassIndex> indexes = new TreeMap<>();
    private final List<Problem> problems = new ArrayList<>();
    private final ClassLoader loader;

    /// @param loader sees the classes that are not the project's own
    private ProjectClasses(ClassLoader loader) {
        this.loader = loader;
    }

    static ProjectClasses scan(ClassPath classPath, ClassLoader loader) {
        ProjectClasses classes = new ProjectClasses(loader);
        classPath.own().forEach(path -> classes.scan(path, true));
        classPath.libraries().forEach(path -> classes.scan(path, false));
        return classes;
    }

    /// Of what stands on a class path only what some classes declare; all of it counts as code of the project.
    static ProjectClasses of(VisibleClasses visible, ClassLoader loader) {
        ProjectClasses classes = new ProjectClasses(loader);
        visible.classPath().forEach(path -> classes.open(path, visible.declaring()));
        for (String name : visible.declaring()) {
            if (!classes.indexes.containsKey(name)) {
                classes.problems.add(Problem.of(
                        ProblemCode.MISSING_INDEX,
                        "Nothing is known of what %s declares: either it declares no asset or check, or Weir's annotation processor did not run when it was compiled. Add weir-assets-processor to annotationProcessorPaths, also where tests are compiled."
                                .formatted(name)));
            }
        }
        return classes;
    }

    private void open(Path path, Set<String> declaring) {
        try {
            ClassPathEntry entry = ClassPathEntry.open(path);
            own.add(entry);
            for (String name : declaring) {
                if (entry.contains(ClassIndex.fileOf(name))) {
                    readIndex(entry, ClassIndex.fileOf(name));
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// What the classes declare, in the order of their names.
    Collection<ClassIndex> indexes() {
        return Collections.unmodifiableCollection(indexes.values());
    }

    List<Problem> problems() {
        return problems;
    }

    private void scan(Path path, boolean isOwn) {
        if (!Files.exists(path)) {
            problems.add(Problem.of(
                    ProblemCode.MISSING_CLASSES,
                    "%s is on the class path but does not exist: compile the project, or correct classes: in %s"
                            .formatted(path, ProjectLayout.FILE_NAME)));
            return;
        }
        try {
            ClassPathEntry entry = ClassPathEntry.open(path);
            List<String> names = entry.list(ClassIndex.FOLDER, ClassIndex.SUFFIX);
            Collections.sort(names);
            for (String name : names) {
                readIndex(entry, name);
            }
            (isOwn || !names.isEmpty() ? own : foreign).add(entry);
            if (isOwn && names.isEmpty()) {
                reportMissingIndex(entry);
            }
        } catch (IOException unreadable) {
            problems.add(Problem.of(
                    ProblemCode.MISSING_CLASSES,
                    "%s cannot be read (%s): build it anew".formatted(path, unreadable.getMessage())));
        }
    }

    private void readIndex(ClassPathEntry entry, String name) throws IOException {
        String declaringClass =
                name.substring(ClassIndex.FOLDER.length(), name.length() - ClassIndex.SUFFIX.length());
        // An index may outlive its class where a build deletes the one and not the other.
        if (indexes.containsKey(declaringClass) || !entry.contains(fileOf(declaringClass.replace('.', '/')))) {
            return;
        }
        byte[] bytes = entry.read(name);
        if (bytes == null) {
            return;
        }
        try {
            indexes.put(declaringClass, IndexFormat.read(declaringClass, bytes));
        } catch (WeirException wrong) {
            problems.addAll(wrong.problems());
        }
    }

    private void reportMissingIndex(ClassPathEntry entry) throws IOException {
        List<String> names = entry.list("", ".class");
        Collections.sort(names);
        for (String name : names) {
            byte[] file = entry.read(name);
            if (file != null && Declarations.standIn(file)) {
                problems.add(Problem.of(
                        ProblemCode.MISSING_INDEX,
                        "%s declares assets, but the classes in %s have no index: Weir's annotation processor did not run. Since JDK 23 javac ignores processors on the class path unless told: add weir-assets-processor to annotationProcessorPaths, then compile again."
                                .formatted(name.substring(0, name.length() - 6).replace('/', '.'), entry.path())));
                return;
            }
        }
    }

    /// The folder in which the file of a class of the project is; empty if it is in a jar, or none of the project's.
    Optional<Path> folderOf(String name) {
        return own.stream()
                .filter(entry -> entry.contains(fileOf(name)))
                .findFirst()
                .filter(ClassPathEntry.Folder.class::isInstance)
                .map(ClassPathEntry::path);
    }

    private static String fileOf(String type) {
        return type + ".class";
    }

    @Override
    public Collection<String> names() {
        Set<String> names = new LinkedHashSet<>();
        try {
            for (ClassPathEntry entry : own) {
                for (String file : entry.list("", ".class")) {
                    names.add(file.substring(0, file.length() - 6));
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return names;
    }

    @Override
    public Optional<byte[]> own(String name) {
        try {
            for (ClassPathEntry entry : own) {
                byte[] file = entry.read(fileOf(name));
                if (file != null) {
                    return Optional.of(file);
                }
            }
            return Optional.empty();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public Optional<byte[]> foreign(String name) {
        ClassLoader seenBy =
                UserClassLoader.isShared(name.replace('/', '.')) ? ProjectClasses.class.getClassLoader() : loader;
        try (InputStream file = seenBy.getResourceAsStream(fileOf(name))) {
            return file == null ? Optional.empty() : Optional.of(file.readAllBytes());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public void close() throws IOException {
        Set<ClassPathEntry> all = new HashSet<>(own);
        all.addAll(foreign);
        for (ClassPathEntry entry : all) {
            entry.close();
        }
    }
}
