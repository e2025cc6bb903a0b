package dev.weir.cli.kill;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/// PostgreSQL is restarted, `immediate`, under processes that publish all the time.
class RestartLoopTest {

    private static final int RESTARTS = Integer.getInteger("weir.restarts", 5);
    private static final long SEED = Long.getLong("weir.restarts.seed", 1);
    private static final int OF_ONE_STORE = 10;
    private static final Duration LEASE = Duration.ofSeconds(10);

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private Path folder;

    @Test
    void howeverOftenTheDatabaseRestartsNothingAcknowledgedIsLostOrDoubledAndEveryOutcomeIsFoundOut() throws Exception {
        Random random = new Random(SEED);
        int acknowledged = 0;
        List<String> ends = new ArrayList<>();
        try (PostgresServer postgres = PostgresServer.start(folder.resolve("postgres"))) {
            VictimJvm jvm = VictimJvm.rehearsed(folder.resolve("jvm"), postgres.memory("rehearsal", LEASE));
            for (int store = 1; ends.size() < RESTARTS; store++) {
                String name = "store_" + store;
                KillLoop loop = new KillLoop(jvm, folder.resolve(name), postgres.memory(name, LEASE));
                for (int i = 0; i < OF_ONE_STORE && ends.size() < RESTARTS; i++) {
                    Kill.Outside moment = new Kill.Outside(random.nextInt(40), random.nextInt(100));
                    ends.add(loop.end(moment, postgres::restartAtOnce));
                    assertThat(loop.findings())
                            .as("restart %d, %s, of seed %d, in %s", ends.size(), moment, SEED, folder)
                            .isEmpty();
                }
                acknowledged += loop.acknowledged();
            }
        }
        assertThat(ends).allMatch(end -> end.matches("weir: [^\n]+\n|"));
        System.out.printf(
                "%d restarts, %d acknowledged results, 0 violations, %d processes went on to their end; seed %d%n",
                RESTARTS, acknowledged, ends.stream().filter(String::isEmpty).count(), SEED);
        ends.stream().filter(end -> !end.isEmpty()).distinct().forEach(System.out::print);
    }
}
