package dev.weir.materializer.process;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// What a process is started with.
///
/// @param words the program and its arguments
/// @param environment all its variables
/// @param folder in which it works
public record ProcessCommand(List<String> words, Map<String, String> environment, Path folder) {
    public ProcessCommand {
        words = List.copyOf(words);
        environment = Map.copyOf(environment);
    }
}
