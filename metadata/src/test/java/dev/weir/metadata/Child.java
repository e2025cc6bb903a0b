package dev.weir.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;

/// Another Java process, which talks to the test by the lines it prints.
final class Child implements AutoCloseable {

    private final Process process;
    private final BufferedReader lines;

    private Child(Process process) {
        this.process = process;
        this.lines = process.inputReader();
    }

    static Child start(Class<?> main, String... arguments) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName());
        builder.command().addAll(java.util.List.of(arguments));
        return new Child(builder.redirectError(ProcessBuilder.Redirect.INHERIT).start());
    }

    /// The next line; null when the process has ended.
    @org.jspecify.annotations.Nullable String line() throws IOException {
        return lines.readLine();
    }

    void expect(String line) throws IOException {
        assertThat(line()).isEqualTo(line);
    }

    /// Waits for something that it does.
    void until(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            assertThat(process.isAlive()).as("it is at work").isTrue();
            Thread.onSpinWait();
        }
    }

    /// As `kill -9` does.
    void kill() {
        process.toHandle().destroyForcibly();
        process.onExit().join();
    }

    @Override
    public void close() {
        kill();
    }
}
