package dev.weir.cli.wiring;

import dev.weir.materializer.run.Threads;
import dev.weir.materializer.version.RunId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Keeps in a file which steps of a run are at work, for those who come after a process that ends without a word. A step
/// that is over quickly is never in it.
///
/// Used by the timer's thread, between [#follow] and [#close].
final class StepsAtWork implements AutoCloseable {

    static final Duration A_WHILE = Duration.ofMillis(200);

    private final Path file;
    private final Asked asked;
    private Threads.@Nullable Timer timer;
    private List<String> written = List.of();

    /// Knows the names of the steps that have been at work for some time.
    interface Asked {
        List<String> atWork(Duration atLeast);
    }

    StepsAtWork(Path folder, RunId run, Asked asked) {
        this.file = fileOf(folder, run);
        this.asked = asked;
    }

    /// What a run that did not close its file was at when it was last written.
    static List<String> left(Path folder, RunId run) throws IOException {
        Path file = fileOf(folder, run);
        try {
            List<String> names = Files.readAllLines(file);
            Files.delete(file);
            return names;
        } catch (NoSuchFileException never) {
            return List.of();
        }
    }

    private static Path fileOf(Path folder, RunId run) {
        return folder.resolve(run.toString());
    }

    /// Starts to look, again and again.
    void follow() {
        timer = Threads.OF_THIS_MACHINE.timer("weir-steps-at-work");
        timer.every(A_WHILE, this::look);
    }

    private void look() {
        List<String> names = asked.atWork(A_WHILE);
        if (names.equals(written)) {
            return;
        }
        written = names;
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, names);
        } catch (IOException unwritable) {
            // Who comes after is told less.
        }
    }

    @Override
    public void close() {
        if (timer != null) {
            timer.close();
        }
        try {
            Files.deleteIfExists(file);
        } catch (IOException left) {
            // Of a run that has ended nobody asks for it.
        }
    }
}
