package dev.weir.materializer.project;

import dev.weir.assets.spec.Computation;
import dev.weir.materializer.project.DeclaredAt.Detail;
import dev.weir.materializer.project.DeclaredAt.Named;
import dev.weir.materializer.project.DeclaredAt.Placed;
import dev.weir.materializer.project.DeclaredAt.Read;
import dev.weir.materializer.project.DeclaredAt.Unknown;
import dev.weir.materializer.project.source.MethodText;
import dev.weir.materializer.project.source.MethodText.Meant;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/// The sources of the classes that declare assets. They are looked for when they are asked for, and only below the folder of
/// the project: neither a name in a class file nor a link leads out of it.
///
/// @param single the one source of a project, and when that was changed last before it was compiled
record DeclaringSources(Path root, ProjectClasses classes, Optional<Single> single) {
    private static final List<String> FOLDERS = List.of("src/main/java", "src/main/kotlin", "src/test/java", "src", "");
    private static final Pattern FILE = Pattern.compile("[\\p{L}\\p{N}_$-]+\\.[a-z]+");
    private static final long LONGEST = 2_000_000;

    /// @param changedAt when its text was written that is compiled
    record Single(Path source, FileTime changedAt) {}

    DeclaredAt of(Computation computation, Detail detail) {
        try {
            Optional<ClassSource> declaring = ClassSource.of(computation.declaringClass(), classes);
            return declaring.isEmpty()
                    ? new Unknown("Its class comes from a jar or from elsewhere, not from a folder of classes.")
                    : of(computation, declaring.get(), detail);
        } catch (IOException gone) {
            return new Unknown("The source or the class file cannot be read.");
        }
    }

    private DeclaredAt of(Computation computation, ClassSource declaring, Detail detail) throws IOException {
        Optional<Path> found = find(declaring);
        if (found.isEmpty()) {
            return new Unknown("There is no %s below the folder of the project.".formatted(declaring.fileName()));
        }
        Path source = found.get();
        String name = root.toRealPath().relativize(source).toString().replace(File.separatorChar, '/');
        if (!source.toString().endsWith(".java")) {
            return new Named(name, "Only sources in Java are shown.");
        }
        if (Files.size(source) > LONGEST) {
            return new Named(name, "The source is too long to be shown.");
        }
        if (hasChangedSince(source, declaring)) {
            return new Named(name, "The source has changed since it was compiled: compile it, and start anew or reload what serves it.");
        }
        return in(source, name, declaring.meant(computation), detail);
    }

    private static DeclaredAt in(Path source, String name, Meant meant, Detail detail) throws IOException {
        // Whatever its encoding is, the lines are the same.
        String text = new String(Files.readAllBytes(source), StandardCharsets.UTF_8);
        OptionalInt line = detail == Detail.PLACE ? MethodText.lineIn(text, meant) : OptionalInt.empty();
        if (line.isPresent()) {
            return new Placed(name, line.getAsInt());
        }
        Optional<MethodText> method = MethodText.in(text, meant);
        if (method.isEmpty()) {
            return new Named(name, "The source is another than the one that was compiled: compile it, and start anew or reload what serves it.");
        }
        return detail == Detail.PLACE ? new Placed(name, method.get().line()) : new Read(name, method.get());
    }

    private boolean hasChangedSince(Path source, ClassSource declaring) throws IOException {
        FileTime changedAt = Files.getLastModifiedTime(source);
        return single.isPresent()
                ? !changedAt.equals(single.get().changedAt)
                : changedAt.compareTo(Files.getLastModifiedTime(declaring.file())) > 0;
    }

    private Optional<Path> find(ClassSource declaring) throws IOException {
        if (single.isPresent()) {
            return inside(single.get().source);
        }
        if (!FILE.matcher(declaring.fileName()).matches()) {
            return Optional.empty();
        }
        Path inPackage = Path.of("", declaring.packages().toArray(String[]::new)).resolve(declaring.fileName());
        for (Path folder = declaring.folder(); folder != null && folder.startsWith(root); folder = folder.getParent()) {
            for (String below : FOLDERS) {
                Optional<Path> found = inside(folder.resolve(below).resolve(inPackage));
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    /// The file itself, wherever links lead to it; empty if that is not below the folder of the project.
    private Optional<Path> inside(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        Path real = file.toRealPath();
        return real.startsWith(root.toRealPath()) ? Optional.of(real) : Optional.empty();
    }
}
