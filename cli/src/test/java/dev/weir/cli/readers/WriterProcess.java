package dev.weir.cli.readers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;

/// A process of [Writers] that has published each of its days at least once.
final class WriterProcess implements AutoCloseable {

    private static final int FIRST = 2;
    /// Eight of them would leave the three readers nothing of two cores.
    private static final String LESS_THAN_READERS = "5";

    private final Process process;
    private final AtomicLong written = new AtomicLong();
    private final CountDownLatch begun;

    private WriterProcess(Process process, int days) {
        this.process = process;
        begun = new CountDownLatch(FIRST * days);
        Thread.ofVirtual().start(this::listen);
    }

    static WriterProcess start(Path folder, String database, int firstDay, int lastDay) throws IOException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        List<String> command = List.of(
                "nice", "-n", LESS_THAN_READERS, java.toString(), "--enable-native-access=ALL-UNNAMED", "--add-opens=java.base/java.nio=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow", "-cp", System.getProperty("java.class.path"), Writers.class.getName(),
                folder.toString(), database, String.valueOf(firstDay), String.valueOf(lastDay));
        Process process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        return new WriterProcess(process, lastDay - firstDay + 1);
    }

    private void listen() {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            while (lines.readLine() != null) {
                written.incrementAndGet();
                begun.countDown();
            }
        } catch (IOException ended) {
            throw new java.io.UncheckedIOException(ended);
        } finally {
            while (begun.getCount() > 0) {
                begun.countDown();
            }
        }
    }

    void awaitBegun() throws InterruptedException {
        begun.await();
        assertThat(process.isAlive()).as("A process of writers has said above why it ended.").isTrue();
    }

    /// How many pairs it has published.
    long written() {
        return written.get();
    }

    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        assertThat(process.onExit().join().exitValue()).isZero();
    }
}
