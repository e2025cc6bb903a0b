package dev.weir.materializer.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.weir.materializer.simulation.Simulation.Outcome;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/// `-Dweir.simulation.seeds=N` plays so many histories, `-Dweir.simulation.from=SEED` begins elsewhere, and
/// `-Dweir.simulation.results=FILE` goes on behind what was played before and says what all of it adds up to;
/// `-Dweir.simulation.replay=SEED` tells one, with `-Dweir.simulation.mutant=NAME` that of a mutant.
class SimulationTest {

    private static final long SEEDS =
            Long.getLong("weir.simulation.seeds", System.getProperty("weir.simulation.replay") == null ? 2_000 : 0);
    private static final long FROM = Long.getLong("weir.simulation.from", 1);
    private static final @Nullable String RESULTS = System.getProperty("weir.simulation.results");
    private static final long SEEDS_OF_A_RANGE = 10_000;
    private static final int ENOUGH_FOR_A_MUTANT = 1_000;

    private static final Toll TOLL = new Toll();
    private static Optional<Outcome> broken = Optional.empty();

    @BeforeAll
    static void play() throws Exception {
        broken = RESULTS == null ? firstBroken(null, FROM, SEEDS, TOLL) : playOn(PlayedSeeds.in(Path.of(RESULTS)));
    }

    private static Optional<Outcome> playOn(PlayedSeeds played) throws Exception {
        Optional<Outcome> found = Optional.empty();
        for (long seeds = 0; seeds < SEEDS && found.isEmpty(); seeds += SEEDS_OF_A_RANGE) {
            long from = played.firstAfter(FROM);
            long size = Math.min(SEEDS_OF_A_RANGE, SEEDS - seeds);
            Toll toll = new Toll();
            long start = System.nanoTime();
            found = firstBroken(null, from, size, toll);
            TOLL.add(toll);
            if (found.isEmpty()) {
                double seconds = Duration.ofNanos(System.nanoTime() - start).toMillis() / 1000.0;
                String now = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
                played.add(new PlayedSeeds.Range(from, size, seconds, now, toll.counts()));
            }
        }
        System.out.println(played.sum());
        return found;
    }

    @Test
    void noHistoryBreaksAPromise() throws Exception {
        if (broken.isPresent()) {
            long seed = broken.get().seed();
            fail(told(inVirtualThread(() -> new Simulation(null).replay(seed))));
        }
    }

    /// Otherwise that nothing is broken would mean nothing.
    @Test
    void historiesAreFullOfTrouble() {
        assumeTrue(broken.isEmpty() && SEEDS >= 2_000);
        System.out.println(TOLL.events());

        assertThat(TOLL.events()).containsOnlyKeys(Toll.Event.values());
        assertThat(TOLL.events().values()).allMatch(times -> times >= 300);
        assertThat(TOLL.crashedAt()).containsExactlyElementsOf(Faults.PASSED);
    }

    @Test
    void everySafeguardThatIsTakenAwayIsMissed() throws Exception {
        List<Mutant> survivors = new ArrayList<>();
        for (Mutant mutant : Mutant.values()) {
            Optional<Outcome> broken = firstBroken(mutant, 1, ENOUGH_FOR_A_MUTANT, new Toll());
            if (broken.isEmpty()) {
                survivors.add(mutant);
            }
            System.out.println(row(mutant, broken));
        }

        assertThat(survivors).isEmpty();
    }

    @Test
    void aSeedIsAlwaysTheSameHistory() throws Exception {
        List<Outcome> twice = inVirtualThread(
                () -> List.of(new Simulation(null).replay(7), new Simulation(null).replay(7)));

        assertThat(twice.getFirst().trace()).hasSizeGreaterThan(100);
        assertThat(twice.getLast().trace()).isEqualTo(twice.getFirst().trace());
        assertThat(twice.getLast().hash()).isEqualTo(twice.getFirst().hash());
    }

    @Test
    @EnabledIfSystemProperty(named = "weir.simulation.replay", matches = "\\d+")
    void oneHistoryIsTold() throws Exception {
        String mutant = System.getProperty("weir.simulation.mutant");
        Simulation simulation = new Simulation(mutant == null ? null : Mutant.valueOf(mutant));

        System.out.println(told(inVirtualThread(() -> simulation.replay(Long.getLong("weir.simulation.replay")))));
    }

    private static Optional<Outcome> firstBroken(@Nullable Mutant mutant, long from, long seeds, Toll toll)
            throws Exception {
        Simulation simulation = new Simulation(mutant);
        return inVirtualThread(() -> {
            for (long seed = from; seed < from + seeds; seed++) {
                Outcome outcome = simulation.play(seed);
                toll.add(outcome.toll());
                if (outcome.violation().isPresent()) {
                    return Optional.of(outcome);
                }
            }
            return Optional.empty();
        });
    }

    private static String row(Mutant mutant, Optional<Outcome> broken) {
        String safeguard = "| `%s`: %s".formatted(mutant, mutant.meaning());
        return broken.map(outcome -> "%s | %d | %s |".formatted(
                        safeguard, outcome.seed(), outcome.violation().orElseThrow().invariant()))
                .orElse(safeguard + " | never | |");
    }

    private static String told(Outcome outcome) {
        String found = outcome.violation().map(Violation::getMessage).orElse("nothing is broken");
        return "%s\nSeed %d: %s\nReplay it with -Dweir.simulation.replay=%d"
                .formatted(String.join("\n", outcome.trace()), outcome.seed(), found, outcome.seed());
    }

    // Handing over between virtual threads is an order of magnitude quicker than from a platform thread.
    private static <T> T inVirtualThread(Callable<T> work) throws Exception {
        FutureTask<T> task = new FutureTask<>(work);
        Thread.ofVirtual().start(task);
        return task.get();
    }
}
