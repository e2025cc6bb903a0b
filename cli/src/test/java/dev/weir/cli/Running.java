package dev.weir.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.weir.cli.quick.QuickJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/// A `weir` in a process of its own.
public final class Running implements AutoCloseable {

    /// Whoever runs the tests in the background ignores Ctrl-C, and so would all that they start.
    private static final List<String> HEEDING_INTERRUPTIONS = List.of(
            "python3",
            "-c",
            "import os, signal, sys; signal.signal(signal.SIGINT, signal.SIG_DFL); os.execv(sys.argv[1], sys.argv[1:])");

    private static final int MINUTES_TO_END = 3;

    /// Once for all tests of a JVM, of which there is more than one.
    private static final class Quick {
        private static final Path FOLDER = Path.of("target", "weir-of-tests-" + System.getProperty("weir.fork", "1"));
        static final QuickJvm JVM = rehearsed();

        private static QuickJvm rehearsed() {
            try {
                return QuickJvm.rehearsed(FOLDER, RehearsalOfWeir.class);
            } catch (IOException | InterruptedException failed) {
                throw new IllegalStateException(failed);
            }
        }
    }

    private final Process process;
    private final Path out;
    private final Path err;

    private Running(Process process, Path out, Path err) {
        this.process = process;
        this.out = out;
        this.err = err;
    }

    static Running in(Path folder, String... words) throws IOException {
        return in(folder, Map.of(), List.of(), words);
    }

    /// @param options of the JVM, which go after the usual ones
    static Running in(Path folder, Map<String, String> variables, List<String> options, String... words)
            throws IOException {
        List<String> command = new ArrayList<>(HEEDING_INTERRUPTIONS);
        command.addAll(Quick.JVM.command());
        command.addAll(options);
        command.add(Main.class.getName());
        command.addAll(Arrays.asList(words));
        Path out = Files.createTempFile("weir-", ".out");
        Path err = Files.createTempFile("weir-", ".err");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().putAll(variables);
        return new Running(builder.start(), out, err);
    }

    Process process() {
        return process;
    }

    long pid() {
        return process.pid();
    }

    String out() {
        return read(out);
    }

    String err() {
        return read(err);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }

    /// Waits for something that it does.
    Running until(BooleanSupplier condition) throws InterruptedException {
        while (!condition.getAsBoolean()) {
            assertThat(process.waitFor(20, TimeUnit.MILLISECONDS))
                    .as(() -> "Weir has ended early: " + out() + err())
                    .isFalse();
        }
        return this;
    }

    /// Waits for its end.
    Called ended() throws InterruptedException {
        assertThat(process.waitFor(MINUTES_TO_END, TimeUnit.MINUTES))
                .as(() -> "Weir does not end: " + out() + err())
                .isTrue();
        return new Called(process.exitValue(), out(), err());
    }

    /// As Ctrl-C does.
    void interrupt() throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-INT", String.valueOf(process.pid())).start().waitFor();
    }

    /// As kill -9 does.
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() throws IOException {
        kill();
        Files.deleteIfExists(out);
        Files.deleteIfExists(err);
    }
}
