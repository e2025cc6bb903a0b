package dev.weir.materializer.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.materializer.publish.CommitOutcome.Committed;
import dev.weir.materializer.warehouse.OutsideReader.Reading;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two writers publish the same pair of assets over and over, each showing it to outside readers in its own way, while a
/// reader follows from the catalog to the bytes.
class ViewTortureTest {

    private static final int COMMITS = 25;

    @Test
    void aReaderNeverSeesTwoCommitsAtOnceNorMissesAFile(@TempDir Path folder) throws Exception {
        Warehouse warehouse = Warehouse.open(folder, "flights");
        Store one = new Store(warehouse);
        Store two = one.another();
        AtomicBoolean writing = new AtomicBoolean(true);

        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Integer> reads = threads.submit(() -> readWhile(writing, folder));
            Future<Integer> first = threads.submit(writer(one, "one"));
            Future<Integer> second = threads.submit(writer(two, "two"));

            assertThat(first.get()).isEqualTo(COMMITS);
            assertThat(second.get()).isEqualTo(COMMITS);
            writing.set(false);
            assertThat(reads.get()).isPositive();
        }
        assertThat(one.projector().project()).isEqualTo(one.versions().sequence());
    }

    private static Callable<Integer> writer(Store store, String name) {
        return () -> {
            ViewProjector projector = store.projector();
            int commits = 0;
            for (int attempt = 0; commits < COMMITS; attempt++) {
                String content = "%s %d".formatted(name, attempt);
                Store.Done done =
                        store.publish(Store.table("left", 0, content, content), Store.table("right", 3, content));
                // Where the other writer has claimed the pair since, this commit was refused.
                if (done.outcome() instanceof Committed) {
                    commits++;
                    Store.noteTo(projector, done);
                    projector.project();
                }
            }
            return commits;
        };
    }

    private static int readWhile(AtomicBoolean writing, Path folder) throws Exception {
        OutsideReader reader = new OutsideReader(new DiskFiles(), folder);
        int reads = 0;
        long newest = 0;
        while (writing.get()) {
            Reading reading = reader.read();
            assertThat(reading.sequence()).isGreaterThanOrEqualTo(newest);
            newest = reading.sequence();
            if (newest > 0) {
                List<String> left = reading.contents().getOrDefault("left", List.of());
                assertThat(left).hasSize(2).containsOnly(left.getFirst());
                assertThat(reading.contents().get("right")).containsExactly(left.getFirst());
                reads++;
            }
        }
        return reads;
    }
}
