package dev.weir.cli.kill;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

class KillLoopTest {

    private static final int KILLS = Integer.getInteger("weir.kills", 1);
    private static final long SEED = Long.getLong("weir.kills.seed", 1);

    /// The cost of looking at a store grows with its history.
    private static final int ROUNDS_OF_ONE_STORE = 2;
    private static final int TRIES = 5;

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private Path folder;

    @Test
    void whereverAProcessIsKilledNothingThatItAcknowledgedIsLostAndNothingIsLeftOver() throws Exception {
        Random random = new Random(SEED);
        long start = System.nanoTime();
        int kills = 0;
        int acknowledged = 0;
        for (int store = 1; kills < KILLS; store++) {
            KillLoop loop = new KillLoop(folder.resolve("store-" + store));
            for (int round = 0; round < ROUNDS_OF_ONE_STORE && kills + loop.kills() < KILLS; round++) {
                for (Kill kill : Kill.everyPoint(random)) {
                    requireNothingWrong(loop, kill, random, folder.resolve("store-" + store));
                }
            }
            kills += loop.kills();
            acknowledged += loop.acknowledged();
        }
        double seconds = Duration.ofNanos(System.nanoTime() - start).toMillis() / 1000.0;
        System.out.printf(
                "%d kills, %d acknowledged results, 0 violations, %.2f kills a second; seed %d%n",
                kills, acknowledged, kills / seconds, SEED);
    }

    private static void requireNothingWrong(KillLoop loop, Kill kill, Random random, Path store) throws Exception {
        String where = "kill %d, %s, of seed %d, in %s".formatted(loop.kills() + 1, kill, SEED, store);
        boolean killed = false;
        for (int attempt = 0; attempt < TRIES && !killed; attempt++) {
            if (kill instanceof Kill.At(var point, _) && Kill.isOfRecovery(point)) {
                boolean _ = loop.kill(Kill.leavingSomething(random));
            }
            killed = loop.kill(kill);
            assertThat(loop.findings()).as(where).isEmpty();
        }
        assertThat(killed).as("whether a process got as far as " + where).isTrue();
    }
}
