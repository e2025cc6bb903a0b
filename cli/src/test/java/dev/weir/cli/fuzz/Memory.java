package dev.weir.cli.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/// Folders for what is written and read again at once: in memory, where the machine has such a place.
final class Memory {

    private static final Path FAST = Path.of("/dev/shm");

    private Memory() {}

    /// A new one, which goes with the process.
    static Path folder() {
        try {
            Path folder = Files.isWritable(FAST) ? Files.createTempDirectory(FAST, "weir-") : Files.createTempDirectory("weir-");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(folder)));
            return folder;
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static void remove(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            List<Path> deepest = all.sorted(Comparator.reverseOrder()).toList();
            for (Path each : deepest) {
                Files.deleteIfExists(each);
            }
        } catch (IOException stays) {
            // The next start of the machine takes it away.
        }
    }
}
