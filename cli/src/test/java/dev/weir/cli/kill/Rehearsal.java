package dev.weir.cli.kill;

import java.io.IOException;
import java.nio.file.Path;

/// A process that does what a [Victim] does on either database, and that nobody kills: of what it has loaded an archive is
/// made.
final class Rehearsal {

    private static final int GENERATIONS = 2;

    private Rehearsal() {}

    /// @param arguments a folder, and the memory of a server
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        Victim.of(folder.resolve("embedded"), new Memory.Embedded()).run(0, GENERATIONS);
        Victim.of(folder.resolve("shared"), Memory.parse(arguments[1])).run(0, GENERATIONS);
        System.exit(0);
    }
}
