package dev.weir.cli.readers;

import dev.weir.cli.Called;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;

/// A process in which several writers, each for a day of its own, call `weir materialize --force` again and again until its
/// input ends.
final class Writers {

    private static final int FAILED = 1;

    private Writers() {}

    /// @param words the folder of the project, the database, and the first and the last of the days
    public static void main(String[] words) throws IOException, InterruptedException {
        AtomicBoolean writing = new AtomicBoolean(true);
        List<Thread> threads = new ArrayList<>();
        for (int day = Integer.parseInt(words[2]); day <= Integer.parseInt(words[3]); day++) {
            String key = Pairs.day(day);
            threads.add(Thread.ofPlatform().start(() -> write(Path.of(words[0]), words[1], key, writing)));
        }
        while (System.in.read() >= 0) {
            // Whoever started it ends it by the end of its input.
        }
        writing.set(false);
        for (Thread thread : threads) {
            thread.join();
        }
        // As the command line ends: threads of libraries do not keep it alive.
        System.exit(0);
    }

    // A line for each commit that is durable.
    private static void write(Path folder, String database, String day, AtomicBoolean writing) {
        while (writing.get()) {
            Called called = Called.in(
                    folder,
                    Map.of("WEIR_DATABASE_URL", database),
                    InstantSource.system(),
                    "materialize", "left", "right", "--partition", day, "--force", "-f", Pairs.FILE);
            if (called.status() != 0) {
                System.err.println(called.out() + called.err());
                System.exit(FAILED);
            }
            System.out.println(day);
        }
    }
}
