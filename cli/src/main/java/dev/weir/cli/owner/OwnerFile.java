package dev.weir.cli.owner;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;

/// What the folder for the state says about the process that owns the database: its number, and where its socket is.
record OwnerFile(long process, Path socket) {

    private static final String NAME = "owner";

    /// What is written there, be it still true or not.
    static Optional<OwnerFile> read(Path state) throws IOException {
        List<String> lines;
        try {
            lines = Files.readAllLines(state.resolve(NAME));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        }
        try {
            return lines.size() == 2
                    ? Optional.of(new OwnerFile(Long.parseLong(lines.getFirst()), Path.of(lines.getLast())))
                    : Optional.empty();
        } catch (IllegalArgumentException foreign) {
            return Optional.empty();
        }
    }

    /// Writes it whole, readable by this user only.
    ///
    /// @return the file
    Path write(Path state) throws IOException {
        Path file = Files.createTempFile(
                state, NAME, ".new", PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.write(file, List.of(Long.toString(process), socket.toString()));
        return Files.move(file, state.resolve(NAME), StandardCopyOption.ATOMIC_MOVE);
    }

    static void remove(Path state) throws IOException {
        Files.deleteIfExists(state.resolve(NAME));
    }
}
