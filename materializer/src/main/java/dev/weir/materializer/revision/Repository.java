package dev.weir.materializer.revision;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The git repository that a folder lies in. Read as files are: a process for it would cost more than all the rest.
///
/// @param own the folder of the working tree's own state
/// @param common the folder that all working trees of the repository share; mostly the same
record Repository(Path own, Path common) {

    private static final String LINK = "gitdir: ";
    private static final String REFERENCE = "ref: ";
    private static final int LONGEST_CHAIN = 5;

    /// The repository of a folder, if it or one above it has a `.git`.
    static Optional<Repository> of(Path folder) throws IOException {
        for (Path above = folder.toAbsolutePath().normalize(); above != null; above = above.getParent()) {
            Path git = above.resolve(".git");
            if (Files.isDirectory(git)) {
                return Optional.of(at(git));
            } else if (Files.isRegularFile(git)) {
                String text = Files.readString(git).strip();
                return text.startsWith(LINK)
                        ? Optional.of(at(above.resolve(text.substring(LINK.length())).normalize()))
                        : Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static Repository at(Path own) throws IOException {
        Path shared = own.resolve("commondir");
        return Files.exists(shared)
                ? new Repository(own, own.resolve(Files.readString(shared).strip()).normalize())
                : new Repository(own, own);
    }

    /// The id of the commit that is checked out, if there is one.
    Optional<String> commit() throws IOException {
        String text = Files.readString(own.resolve("HEAD")).strip();
        for (int i = 0; i < LONGEST_CHAIN && text.startsWith(REFERENCE); i++) {
            Optional<String> next = reference(text.substring(REFERENCE.length()));
            if (next.isEmpty()) {
                return Optional.empty();
            }
            text = next.get();
        }
        return Optional.of(text).filter(Repository::isId);
    }

    private Optional<String> reference(String name) throws IOException {
        for (Path folder : List.of(own, common)) {
            Path loose = folder.resolve(name);
            if (Files.isRegularFile(loose)) {
                return Optional.of(Files.readString(loose).strip());
            }
        }
        Path packed = common.resolve("packed-refs");
        return Files.exists(packed) ? packed(packed, " " + name) : Optional.empty();
    }

    private static Optional<String> packed(Path file, String ending) throws IOException {
        for (String line : Files.readAllLines(file)) {
            if (line.endsWith(ending)) {
                return Optional.of(line.substring(0, line.length() - ending.length()));
            }
        }
        return Optional.empty();
    }

    private static boolean isId(String text) {
        return (text.length() == 40 || text.length() == 64)
                && text.chars().allMatch(digit -> Character.digit(digit, 16) >= 0);
    }
}
