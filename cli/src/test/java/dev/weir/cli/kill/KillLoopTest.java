package dev.weir.cli.kill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.metadata.Database;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
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
    private static final Optional<Path> RESULTS =
            Optional.ofNullable(System.getProperty("weir.kills.results")).map(Path::of);

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private static Path folder;

    private static EmbeddedPostgres postgres;

    @BeforeAll
    static void start() throws IOException {
        postgres = EmbeddedPostgres.builder()
                .setDataDirectory(folder.resolve("postgres"))
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setPGStartupWait(Duration.ofMinutes(2))
                .start();
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
            VictimJvm jvm = VictimJvm.rehearsed(folder.resolve("jvm"), server("rehearsal"));
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
                    case POSTGRESQL -> server(key.name());
                };
        Tally tally = new Batch(key, jvm, store, memory).run();
        if (tally.violations().isEmpty()) {
            remove(store);
            removeSchema(key.name());
        }
        return tally;
    }

    private static Memory.Server server(String schema) {
        String url = "jdbc:postgresql://localhost:%d/postgres?user=postgres&currentSchema=%s"
                .formatted(postgres.getPort(), schema);
        Database.Migration _ = Database.migrate(url);
        return new Memory.Server(url);
    }

    private static void removeSchema(String schema) throws SQLException {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("DROP SCHEMA IF EXISTS %s CASCADE".formatted(schema));
        }
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
