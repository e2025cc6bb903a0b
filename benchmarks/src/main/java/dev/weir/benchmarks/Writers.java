package dev.weir.benchmarks;

import dev.weir.materializer.publish.CommitGroup;
import dev.weir.materializer.publish.CommitOutcome.Committed;
import dev.weir.materializer.publish.StepResult;
import dev.weir.metadata.Database;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/// How many publications a second several writers make in one process, each a commit of its own by a run of its own, beside
/// plain writes by one writer and what the same disk syncs.
///
///     java -cp 'benchmarks/target/lib/*' dev.weir.benchmarks.Writers h2|postgresql SECONDS
public final class Writers {

    private static final int[] WRITERS = {1, 8, 64};
    private static final int CLAIMED_AT_ONCE = 256;

    private final PrintStream out;

    Writers(PrintStream out) {
        this.out = out;
    }

    public static void main(String[] arguments) throws Exception {
        if (arguments.length != 2) {
            System.err.println("usage: Writers h2|postgresql SECONDS");
            System.exit(2);
        }
        Duration length = Duration.ofSeconds(Long.parseLong(arguments[1]));
        new Writers(System.out).measure(arguments[0], length, Files.createTempDirectory("weir-bench"));
    }

    void measure(String database, Duration length, Path folder) throws Exception {
        sync(folder, length);
        try (Store store = Store.of(database, folder)) {
            plain(store, length);
            weir(store, 1, length.dividedBy(2), "warm up, 1 writer");
            for (int writers : WRITERS) {
                weir(store, writers, length, "%d writers".formatted(writers));
            }
        }
    }

    private void sync(Path folder, Duration length) throws Exception {
        ByteBuffer page = ByteBuffer.allocate(4096);
        Instant until = Instant.now().plus(length);
        AtomicLong synced = new AtomicLong();
        try (FileChannel file = FileChannel.open(
                folder.resolve("synced"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            Effort effort = Effort.of(() -> {
                while (Instant.now().isBefore(until)) {
                    file.write(page.clear());
                    file.force(false);
                    synced.incrementAndGet();
                }
            });
            out.printf("%-20s %s%n", "4 KiB and a sync", effort.describe(synced.get()));
        }
    }

    private void plain(Store store, Duration length) throws Exception {
        try (PlainWrites writes = new PlainWrites(store, 100_000)) {
            Instant until = Instant.now().plus(length);
            AtomicLong written = new AtomicLong();
            Effort effort = Effort.of(() -> {
                while (Instant.now().isBefore(until)) {
                    writes.write(1, 1);
                    written.incrementAndGet();
                }
            });
            out.printf("%-20s %s%n", "plain, 1 writer", effort.describe(written.get()));
        }
    }

    private void weir(Store store, int writers, Duration length, String name) throws Exception {
        try (Database database = store.project("bench");
                ExecutorService threads = Executors.newFixedThreadPool(writers)) {
            AtomicLong published = new AtomicLong();
            Effort effort = Effort.of(() -> {
                Instant until = Instant.now().plus(length);
                List<Future<?>> all = new ArrayList<>();
                for (int writer = 0; writer < writers; writer++) {
                    Publications publications = new Publications("w%d_".formatted(writer), CLAIMED_AT_ONCE);
                    all.add(threads.submit(() -> publish(database, publications, until, published)));
                }
                for (Future<?> each : all) {
                    each.get();
                }
            });
            out.printf("%-20s %s%n", name, effort.describe(published.get()));
        }
    }

    private static void publish(Database database, Publications publications, Instant until, AtomicLong published) {
        publications.start(database);
        while (true) {
            List<StepResult> results =
                    publications.of(database.commits().claim(publications.lease(), publications.targets()));
            for (StepResult result : results) {
                CommitGroup group = new CommitGroup(
                        publications.ids().next(), publications.lease(), Instant.now(), List.of(result));
                if (!(database.commits().commit(group) instanceof Committed)) {
                    throw new IllegalStateException("A group was refused");
                }
                published.incrementAndGet();
                if (!Instant.now().isBefore(until)) {
                    return;
                }
            }
        }
    }
}
