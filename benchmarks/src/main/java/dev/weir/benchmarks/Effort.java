package dev.weir.benchmarks;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Locale;

/// What something took: the time that passed, and the processor time of this whole process, collector and compiler included.
record Effort(Duration wall, Duration cpu) {

    private static final com.sun.management.OperatingSystemMXBean SYSTEM =
            (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    /// Something to measure.
    interface Work {
        void run() throws Exception;
    }

    static Effort of(Work work) throws Exception {
        long cpu = SYSTEM.getProcessCpuTime();
        long start = System.nanoTime();
        work.run();
        long wall = System.nanoTime() - start;
        return new Effort(Duration.ofNanos(wall), Duration.ofNanos(SYSTEM.getProcessCpuTime() - cpu));
    }

    double perSecond(long count) {
        return count * 1e9 / wall.toNanos();
    }

    double cpuMillisEach(long count) {
        return cpu.toNanos() / 1e6 / count;
    }

    String describe(long count) {
        return String.format(
                Locale.ROOT,
                "%,9.0f/s   %.4f ms of CPU each   (%.2f s)",
                perSecond(count),
                cpuMillisEach(count),
                wall.toNanos() / 1e9);
    }
}
