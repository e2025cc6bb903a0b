package dev.weir.cli.kill;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/// All kills of one store: each place once, some more from outside, in an order that seed and number decide.
final class Batch {

    private static final int TRIES = 5;

    private final Key key;
    private final KillLoop loop;
    private final Random random;
    private final Map<String, Integer> kills = new TreeMap<>();

    /// Which of all batches.
    record Key(Engine database, long seed, int number) {

        String name() {
            return "%s_%d_%d".formatted(database, seed, number).toLowerCase(java.util.Locale.ROOT);
        }
    }

    Batch(Key key, VictimJvm jvm, Path folder, Memory memory) {
        this.key = key;
        loop = new KillLoop(jvm, folder, memory);
        random = new Random(31 * key.seed() + key.number());
    }

    /// Ends at the first thing that is wrong.
    Tally run() throws IOException, InterruptedException, SQLException {
        long start = System.nanoTime();
        List<String> findings = List.of();
        for (Kill kill : Kill.everyPoint(random)) {
            findings = findingsAfter(kill);
            if (!findings.isEmpty()) {
                break;
            }
        }
        return new Tally(
                key.database(),
                key.seed(),
                key.number(),
                kills,
                loop.acknowledged(),
                findings,
                Duration.ofNanos(System.nanoTime() - start).toMillis() / 1000.0,
                Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    }

    private List<String> findingsAfter(Kill kill) throws IOException, InterruptedException, SQLException {
        for (int attempt = 0; attempt < TRIES; attempt++) {
            if (kill instanceof Kill.At(var point, _) && Kill.isOfRecovery(point)) {
                loop.leaveSomething(random);
            }
            boolean killed = loop.kill(kill);
            List<String> findings = loop.findings().stream()
                    .map(finding -> "%s: %s".formatted(kill, finding))
                    .toList();
            if (killed) {
                kills.merge(kill.place(), 1, Integer::sum);
            }
            if (killed || !findings.isEmpty()) {
                return findings;
            }
        }
        return List.of("No process got as far as " + kill);
    }
}
