package dev.weir.cli.fuzz;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;

/// What Jazzer calls in a process of its own: one target, which a property names.
public final class Fuzzing {

    static final String TARGET = "weir.fuzz.target";
    private static final Duration MOST = Duration.ofSeconds(1);
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private Fuzzing() {}

    /// Made when the fuzzer calls for the first time.
    private static final class One {
        static final Target NAMED = Target.Named.valueOf(System.getProperty(TARGET)).make();
    }

    /// For Jazzer: what a target needs may take its time, which is not that of an input.
    public static void fuzzerInitialize() {
        Target _ = One.NAMED;
    }

    /// For Jazzer.
    public static void fuzzerTestOneInput(byte[] input) throws Exception {
        take(One.NAMED, input);
    }

    /// Has a target take an input, which may cost a second of processor time and no more.
    static void take(Target target, byte[] input) throws Exception {
        long before = THREADS.getCurrentThreadCpuTime();
        target.take(input);
        Duration took = Duration.ofNanos(THREADS.getCurrentThreadCpuTime() - before);
        if (took.compareTo(MOST) > 0) {
            throw new AssertionError("It took " + took);
        }
    }
}
