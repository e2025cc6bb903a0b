package dev.weir.materializer.process;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// Finds programs as the system does.
public final class Programs {

    private Programs() {}

    /// Why a command could not be started at all; nothing if it can be.
    public static Optional<String> obstacle(ProcessCommand command) {
        String program = command.words().getFirst();
        if (!Files.isDirectory(command.folder())) {
            return Optional.of("its working folder %s does not exist: make it, or correct folder".formatted(command.folder()));
        }
        if (program.contains("/")) {
            Path file = command.folder().resolve(program);
            if (!Files.isRegularFile(file)) {
                return Optional.of("its program %s does not exist".formatted(file));
            }
            return Files.isExecutable(file)
                    ? Optional.empty()
                    : Optional.of("its program %s may not be executed: chmod +x it".formatted(file));
        }
        String path = path(command.environment());
        return isOn(path, program)
                ? Optional.empty()
                : Optional.of("its program %s is not on the PATH: install it, or write where it is".formatted(program));
    }

    private static boolean isOn(String path, String program) {
        for (String folder : path.split(File.pathSeparator, -1)) {
            Path file = Path.of(folder).resolve(program);
            if (Files.isExecutable(file) || Files.isExecutable(Path.of(file + ".exe"))) {
                return true;
            }
        }
        return false;
    }

    private static String path(Map<String, String> environment) {
        return environment.getOrDefault("PATH", environment.getOrDefault("Path", ""));
    }
}
