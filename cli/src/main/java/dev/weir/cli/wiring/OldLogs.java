package dev.weir.cli.wiring;

import dev.weir.assets.spec.Retention;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/// Removes the logs of runs that nobody has written to for long.
final class OldLogs {

    private static final String SUFFIX = ".log";

    private OldLogs() {}

    static void remove(Path folder, Retention retention, Instant now) throws IOException {
        if (retention instanceof Retention.All || !Files.exists(folder)) {
            return;
        }
        List<Path> logs;
        try (Stream<Path> files = Files.list(folder)) {
            logs = files.filter(file -> file.getFileName().toString().endsWith(SUFFIX)).toList();
        }
        for (Path log : logs) {
            if (retention.letsGo(0, Files.getLastModifiedTime(log).toInstant(), now)) {
                Files.deleteIfExists(log);
            }
        }
    }
}
