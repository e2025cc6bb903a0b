package dev.weir.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// Whether other processes have ended.
final class Ended {

    private static final int PATIENCE = 200;

    private Ended() {}

    /// Waits a while for it.
    static boolean has(long pid) {
        for (int i = 0; i < PATIENCE; i++) {
            Optional<ProcessHandle> process = ProcessHandle.of(pid);
            if (process.isEmpty() || isZombie(pid)) {
                return true;
            }
            process.get().onExit().completeOnTimeout(process.get(), 100, TimeUnit.MILLISECONDS).join();
        }
        return false;
    }

    // It has ended, and nobody has asked how. Of one that goes while it is looked at the system has nothing to read.
    private static boolean isZombie(long pid) {
        try {
            return Files.readString(Path.of("/proc/%d/stat".formatted(pid))).contains(") Z ");
        } catch (IOException gone) {
            return false;
        }
    }
}
