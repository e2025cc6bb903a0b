package dev.weir.materializer.project;

import dev.weir.assets.digest.CodeDigest;
import dev.weir.assets.digest.Hasher;
import dev.weir.assets.problem.Problem;
import dev.weir.assets.problem.ProblemCode;
import dev.weir.assets.problem.Subject;
import dev.weir.assets.spec.AssetSpec;
import dev.weir.assets.spec.CommandLine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/// The files of a project that are the code of its commands: those that a command names, and those in `files`.
///
/// @param root the project's folder
record CommandFiles(Path root) {

    /// The digest of an asset's declaration, and of the files of its command if it is one.
    CodeDigest with(CodeDigest declared, AssetSpec asset) {
        Optional<CommandLine> command = asset.computation().command();
        if (command.isEmpty() || asset.computation().codeVersion().isPresent()) {
            return declared;
        }
        Hasher hasher = new Hasher().add(declared.value());
        for (Path file : filesOf(command.get())) {
            hasher.add(root.relativize(file).toString().replace('\\', '/')).add(contentOf(file));
        }
        return new CodeDigest(hasher.finish());
    }

    private static String contentOf(Path file) {
        try {
            return Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    // A word that is no file is an argument.
    TreeSet<Path> filesOf(CommandLine command) {
        TreeSet<Path> files = new TreeSet<>();
        Path folder = root.resolve(command.context().folder()).normalize();
        for (String word : command.words()) {
            fileOf(folder, word).ifPresent(files::add);
        }
        for (String named : command.files()) {
            add(root.resolve(named).normalize(), files);
        }
        return files;
    }

    private Optional<Path> fileOf(Path folder, String word) {
        try {
            Path file = folder.resolve(word).normalize();
            return file.startsWith(root) && Files.isRegularFile(file) ? Optional.of(file) : Optional.empty();
        } catch (java.nio.file.InvalidPathException noPath) {
            return Optional.empty();
        }
    }

    private static void add(Path path, TreeSet<Path> files) {
        try (Stream<Path> below = Files.walk(path)) {
            below.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().contains("__pycache__"))
                    .forEach(files::add);
        } catch (java.nio.file.NoSuchFileException missing) {
            // Said as a problem.
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// What a command names in `files` and is not there.
    List<Problem> problems(AssetSpec asset) {
        Optional<CommandLine> command = asset.computation().command();
        return command.isEmpty()
                ? List.of()
                : command.get().files().stream()
                        .filter(named -> !Files.exists(root.resolve(named)))
                        .map(named -> new Problem(
                                ProblemCode.MALFORMED_PROJECT,
                                "Asset %s names %s among the files of its command, which is not in the project's folder %s: correct files, or add it"
                                        .formatted(asset.key(), named, root),
                                new Subject.OfAsset(asset.key())))
                        .toList();
    }
}
