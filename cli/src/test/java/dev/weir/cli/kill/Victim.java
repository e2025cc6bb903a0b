package dev.weir.cli.kill;

import dev.weir.assets.problem.WeirException;
import dev.weir.materializer.publish.CrashPoint;
import dev.weir.materializer.publish.CrashPoints;
import dev.weir.materializer.publish.StepResult;
import dev.weir.materializer.run.RunListener;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/// A process that recovers, and then runs one generation after the other and lets go of old ones, until it is killed, or halts itself where it was
/// told to. Whatever becomes durable it says, before it goes on.
final class Victim {

    /// How it exits when it has halted itself.
    static final int HALTED = 86;
    /// How it exits when it has said in one sentence why it cannot go on.
    static final int FAILED = 5;
    /// How many generations it runs when nobody kills it.
    static final int GENERATIONS = 12;

    private static final FileOutputStream OUT = new FileOutputStream(FileDescriptor.out);

    private final Path folder;
    private final Memory memory;
    private final CrashPoints crashPoints;

    private Victim(Path folder, Memory memory, CrashPoints crashPoints) {
        this.folder = folder;
        this.memory = memory;
        this.crashPoints = crashPoints;
    }

    static Victim of(Path folder, Memory memory) {
        return new Victim(folder, memory, CrashPoints.NONE);
    }

    /// @param arguments the folder of the project, its memory, its first generation and, if it is to halt, the name of a
    ///     crash point and at which passage of it
    public static void main(String[] arguments) throws IOException {
        CrashPoints crashPoints = arguments.length < 5
                ? CrashPoints.NONE
                : haltingAt(CrashPoint.valueOf(arguments[3]), Integer.parseInt(arguments[4]));
        Victim victim = new Victim(Path.of(arguments[0]), Memory.parse(arguments[1]), crashPoints);
        try {
            victim.run(Integer.parseInt(arguments[2]), GENERATIONS);
        } catch (WeirException failure) {
            System.err.println("weir: " + failure.getMessage());
            System.exit(FAILED);
        }
        // As the command line ends: threads of libraries do not keep it alive.
        System.exit(0);
    }

    void run(int first, int generations) throws IOException {
        try (SmallProject project = SmallProject.open(folder, memory, memory.lease(), crashPoints, Saying::say)) {
            project.recover();
            project.collect();
            for (int generation = first; generation < first + generations; generation++) {
                var _ = project.run(generation, new Saying());
                if (generation % 2 == 0) {
                    project.takeBackTheLastRun();
                }
                project.collect();
            }
        }
    }

    private static CrashPoints haltingAt(CrashPoint point, int passage) {
        AtomicInteger passed = new AtomicInteger();
        return reached -> {
            if (reached == point && passed.incrementAndGet() == passage) {
                Runtime.getRuntime().halt(HALTED);
            }
        };
    }

    private static final class Saying implements RunListener {
        @Override
        public void ended(StepResult result) {
            Acknowledged.of(result).ifPresent(acknowledged -> say(acknowledged.line()));
        }

        // In one write, so that it is said or is not.
        private static void say(String line) {
            try {
                OUT.write((line + "\n").getBytes(StandardCharsets.UTF_8));
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }
}
