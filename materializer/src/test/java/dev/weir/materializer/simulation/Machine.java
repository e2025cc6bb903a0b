package dev.weir.materializer.simulation;

import java.time.Duration;
import java.util.random.RandomGenerator;

/// One life of a process after the other.
final class Machine {

    private final String name;
    private final World world;
    private final Loop loop;
    private final RandomGenerator random;
    private int lives;

    Machine(String name, World world) {
        this.name = name;
        this.world = world;
        this.loop = world.loop();
        this.random = world.random();
    }

    /// Starts a process after a while, and another one whenever it dies.
    void start(Duration delay) {
        lives++;
        Duration skew = Duration.ofSeconds(random.nextInt(240) - 120);
        SimulatedProcess process = new SimulatedProcess(
                "%s.%d".formatted(name, lives), loop, skew, () -> start(Duration.ofSeconds(1 + random.nextInt(20))));
        world.started(process);
        loop.spawn("main", process, delay, () -> new Life(world, process).live());
    }

    /// A last process that finds everybody gone.
    void startLast() {
        SimulatedProcess process = new SimulatedProcess(name, loop, Duration.ZERO, () -> {});
        loop.spawn("main", process, Duration.ofMinutes(2), () -> new Life(world, process).endAll());
    }
}
