package dev.weir.cli.kill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.metadata.Postgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

class KillLoopTest {

    private static final int KILLS = Integer.getInteger("weir.kills", 200);
    private static final long SEED = Long.getLong("weir.kills.seed", 1);
    private static final int AT_ONCE = Integer.getInteger("weir.kills.at.once", 6);
    private static final Duration LEASE = Duration.ofSeconds(3);
    private static final Optional<Path> RESULTS =
            Optional.ofNullable(System.getProperty("weir.kills.results")).map(Path::of);

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private static Path folder;

    private static Postgres postgres;

    @BeforeAll
    static void start() throws IOException {
        postgres = Postgres.start(folder.resolve("postgres"));
    }

    @AfterAll
    static void stop() throws IOException {
        postgres.close();
    }

    @Test
    void whereverAProcessIsKilledNothingThatItAcknowledgedIsLostAndNothingIsLeftOver() throws Exception {
        Results results = Results.of(RESULTS);
        List<Batch.Key> missing = results.missing(KILLS, SEED);
        if (!missing.isEmpty()) {
            VictimJvm jvm = VictimJvm.rehearsed(folder.resolve("jvm"), Memory.Server.in(postgres, "rehearsal", LEASE));
            List<Future<?>> batches = new ArrayList<>();
            try (ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE)) {
                missing.forEach(key -> batches.add(threads.submit(() -> {
                    Tally tally = killAll(key, jvm);
                    results.add(tally);
                    return tally;
                })));
            }
            for (Future<?> batch : batches) {
                batch.get();
            }
        }
        System.out.println(RESULTS.isPresent() ? Summary.of(results.all()) : Summary.sentence(results.all()));
        assertThat(results.all()).as("what is wrong, in " + folder).allMatch(tally -> tally.violations().isEmpty());
    }

    private static Tally killAll(Batch.Key key, VictimJvm jvm) throws Exception {
        Path store = folder.resolve(key.name());
        Memory memory =
                switch (key.database()) {
                    case H2 -> new Memory.Embedded();
                    case POSTGRESQL -> Memory.Server.in(postgres, key.name(), LEASE);
                };
        Tally tally = new Batch(key, jvm, store, memory).run();
        if (tally.violations().isEmpty()) {
            remove(store);
            postgres.execute("DROP SCHEMA IF EXISTS %s CASCADE".formatted(key.name()));
        }
        return tally;
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
