package dev.weir.materializer.simulation;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/// Plays one history for each seed: the same seed is the same history, on every machine.
final class Simulation {

    private static final int MOST_EVENTS = 200_000;

    private final @Nullable Mutant mutant;

    /// @param mutant the safeguard that is taken away; null for Weir as it is
    Simulation(@Nullable Mutant mutant) {
        this.mutant = mutant;
    }

    /// What came of a seed.
    ///
    /// @param violation what did not hold, if anything
    /// @param trace what happened last, if that was wanted
    /// @param hash of all that happened, if that was wanted
    record Outcome(long seed, Optional<Violation> violation, List<String> trace, long hash, Toll toll) {}

    Outcome play(long seed) {
        return play(seed, new Trace(false));
    }

    Outcome replay(long seed) {
        return play(seed, new Trace(true));
    }

    private Outcome play(long seed, Trace trace) {
        RandomGenerator random = new SplittableRandom(seed);
        World world = new World(random, mutant, trace);
        try {
            play(world, random);
            return new Outcome(seed, Optional.empty(), trace.lines(), trace.hash(), world.toll());
        } catch (Violation violation) {
            return new Outcome(seed, Optional.of(violation), trace.lines(), trace.hash(), world.toll());
        } finally {
            world.loop().endAll();
        }
    }

    private static void play(World world, RandomGenerator random) {
        Loop loop = world.loop();
        for (String name : List.of("a", "b", "c").subList(0, 2 + random.nextInt(2))) {
            new Machine(name, world).start(Duration.ofMillis(random.nextInt(5_000)));
        }
        SimulatedProcess fate = new SimulatedProcess("fate", loop, Duration.ZERO, () -> {});
        for (int cuts = random.nextInt(3); cuts > 0; cuts--) {
            loop.spawn("power", fate, Duration.ofMillis(random.nextInt(90_000)), world::cutPower);
        }
        loop.run(() -> look(world), MOST_EVENTS);
        requireAllEnded(loop);
        new Machine("last", world).startLast();
        loop.run(() -> look(world), MOST_EVENTS);
        requireAllEnded(loop);
    }

    private static void look(World world) {
        world.invariants().look();
        world.invariants().demand();
    }

    private static void requireAllEnded(Loop loop) {
        if (!loop.left().isEmpty()) {
            throw new Violation("I5", "nothing happens any more, and these wait: " + loop.left());
        }
    }
}
