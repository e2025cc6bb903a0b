package dev.weir.materializer.step;

import java.nio.file.Path;

/// What there is outside of this process for steps to run in.
///
/// @param folder the project's, from which commands find their files
/// @param ownProcess JVMs of their own
public record Outside(Path folder, Place ownProcess) {

    /// Nothing but commands.
    public static Outside commandsIn(Path folder) {
        return new Outside(folder, task -> {
            throw new IllegalStateException("There is no JVM to start for %s".formatted(task.step().target()));
        });
    }
}
