package dev.weir.cli.kill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.metadata.Postgres;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/// PostgreSQL is restarted, `immediate`, under processes that publish all the time.
class RestartLoopTest {

    private static final int RESTARTS = Integer.getInteger("weir.restarts", 5);
    private static final long SEED = Long.getLong("weir.restarts.seed", 1);
    private static final Optional<Path> RESULTS =
            Optional.ofNullable(System.getProperty("weir.restarts.results")).map(Path::of);
    private static final int OF_ONE_STORE = 10;
    private static final Duration LEASE = Duration.ofSeconds(30);

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private Path folder;

    @Test
    void howeverOftenTheDatabaseRestartsNothingAcknowledgedIsLostOrDoubledAndEveryOutcomeIsFoundOut() throws Exception {
        Restarts restarts = Restarts.of(RESULTS);
        try (Postgres postgres = Postgres.start(folder.resolve("postgres"))) {
            VictimJvm jvm = VictimJvm.rehearsed(folder.resolve("jvm"), Memory.Server.in(postgres, "rehearsal", LEASE));
            while (restarts.count() < RESTARTS && restarts.all().stream().allMatch(Restarts.OfOneStore::isRight)) {
                int store = restarts.next(SEED);
                String name = "store_%d_%d".formatted(SEED, store);
                KillLoop loop = new KillLoop(jvm, folder.resolve(name), Memory.Server.in(postgres, name, LEASE));
                restarts.add(restartUnder(loop, store, Math.min(OF_ONE_STORE, RESTARTS - restarts.count()), postgres));
            }
        }
        System.out.print(restarts);
        assertThat(restarts.all()).as("what is wrong, in " + folder).allMatch(Restarts.OfOneStore::isRight);
    }

    private static Restarts.OfOneStore restartUnder(KillLoop loop, int store, int restarts, Postgres postgres)
            throws Exception {
        long start = System.nanoTime();
        Random random = new Random(31 * SEED + store);
        List<String> sentences = new ArrayList<>();
        List<String> violations = new ArrayList<>();
        int done = 0;
        for (; done < restarts && violations.isEmpty(); done++) {
            Kill.Outside moment = new Kill.Outside(random.nextInt(40), random.nextInt(100));
            String said = loop.end(moment, postgres::restartAtOnce);
            if (!said.isEmpty()) {
                sentences.add(said);
            }
            loop.findings().forEach(finding -> violations.add("%s: %s".formatted(moment, finding)));
        }
        return new Restarts.OfOneStore(
                SEED,
                store,
                done,
                loop.acknowledged(),
                loop.heard(Outcomes.UNKNOWN),
                loop.heard(Outcomes.FOUND_OUT),
                sentences,
                violations,
                Duration.ofNanos(System.nanoTime() - start).toMillis() / 1000.0,
                Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }
}
