package dev.weir.materializer.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A process at work, with all that it starts. Nothing of it outlives this process, however this one ends: on Unix a shell
/// of a few lines stands guard, which kills it once its own standard input, held open from here, ends.
///
/// Used by one thread; two more, which it starts, listen to what is printed.
public final class ChildProcess implements AutoCloseable {

    private static final Path SHELL = Path.of("/bin/sh");

    // A session of its own: what kills the whole group of this process leaves the guard to do its work.
    private static final String APART =
            """
            command -v setsid >/dev/null 2>&1 && exec setsid /bin/sh -c "$0" weir-guard "$@"
            exec /bin/sh -c "$0" weir-guard "$@"
            """;

    // In a session of its own it has a group that can be killed as a whole, and a Ctrl-C at the terminal is for Weir alone.
    private static final String GUARD =
            """
            trap '' INT HUP QUIT
            exec 3<&0 0</dev/null
            if command -v setsid >/dev/null 2>&1; then setsid "$@" 3<&- & else "$@" 3<&- & fi
            child=$!
            { while read -r _; do :; done; kill -9 -$child || kill -9 $child; } <&3 3<&- >/dev/null 2>&1 &
            watch=$!
            exec 3<&-
            wait $child 2>/dev/null
            status=$?
            { kill -9 $watch; kill -9 -$child; } 2>/dev/null
            exit $status
            """;

    private static final long LOOK_EVERY_MILLIS = 20;
    private static final long PATIENCE_MILLIS = 2_000;

    private final Process process;
    private final List<Thread> listeners;

    private ChildProcess(Process process, List<Thread> listeners) {
        this.process = process;
        this.listeners = listeners;
    }

    /// Takes what a process prints, line by line, in a thread for each stream.
    public interface Printed {
        void out(String line);

        void err(String line);
    }

    /// @throws IOException if it cannot be started
    public static ChildProcess start(ProcessCommand command, Printed printed) throws IOException {
        List<String> words = new ArrayList<>();
        if (Files.isExecutable(SHELL)) {
            words.addAll(List.of(SHELL.toString(), "-c", APART, GUARD));
        }
        words.addAll(command.words());
        ProcessBuilder builder = new ProcessBuilder(words).directory(command.folder().toFile());
        // Not those of this process: it may work for another one.
        builder.environment().clear();
        builder.environment().putAll(command.environment());
        Process process = builder.start();
        return new ChildProcess(
                process,
                List.of(
                        listen(process.getInputStream(), printed::out),
                        listen(process.getErrorStream(), printed::err)));
    }

    private interface Line {
        void take(String line);
    }

    private static Thread listen(InputStream stream, Line line) {
        return Thread.ofPlatform().daemon().name("weir-listener").start(() -> {
            try (BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
                Lines lines = new Lines(reader);
                for (String read = lines.next(); read != null; read = lines.next()) {
                    line.take(read);
                }
            } catch (IOException closed) {
                // It was killed: what it would still have said is not asked for.
            }
        });
    }

    /// Waits for its end, and until all that it has printed was taken.
    ///
    /// @param meanwhile is done again and again, and once after the end
    /// @throws InterruptedException after it was killed
    public ProcessEnd await(Runnable meanwhile) throws InterruptedException {
        try {
            while (!process.waitFor(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS)) {
                meanwhile.run();
            }
            for (Thread listener : listeners) {
                // Something that it started may have left its group, and hold its streams open for ever.
                boolean _ = listener.join(java.time.Duration.ofMillis(PATIENCE_MILLIS));
            }
            meanwhile.run();
            return new ProcessEnd(process.exitValue());
        } catch (InterruptedException interrupted) {
            close();
            throw interrupted;
        }
    }

    /// Kills it, and all that it has started; does nothing if it has ended.
    @Override
    public void close() {
        if (!process.isAlive()) {
            return;
        }
        List<ProcessHandle> started = process.descendants().toList();
        try {
            // The guard kills the group.
            process.getOutputStream().close();
        } catch (IOException gone) {
            // There is nobody to tell.
        }
        started.forEach(ProcessHandle::destroyForcibly);
        boolean wasInterrupted = Thread.interrupted();
        try {
            if (!process.waitFor(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException again) {
            process.destroyForcibly();
            wasInterrupted = true;
        }
        if (wasInterrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
