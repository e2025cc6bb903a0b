package dev.weir.materializer.step;

import java.nio.file.Path;
import java.util.Map;

/// What there is outside of this process for steps to run in.
///
/// @param folder the project's, from which commands find their files
/// @param variables of the environment, which commands find besides their own
/// @param ownProcess JVMs of their own
public record Outside(Path folder, Map<String, String> variables, Place ownProcess) {
    public Outside {
        variables = Map.copyOf(variables);
    }

    /// Nothing but commands.
    public static Outside commandsIn(Path folder) {
        return new Outside(folder, System.getenv(), task -> {
            throw new IllegalStateException("There is no JVM to start for %s".formatted(task.step().target()));
        });
    }
}
