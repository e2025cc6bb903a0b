package dev.weir.assets.spec;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// In which surroundings a process runs.
///
/// @param environment variables besides those that Weir's process has
/// @param folder from the project's folder; empty for that itself
public record ProcessContext(Map<String, String> environment, String folder) {

    public static final ProcessContext PLAIN = new ProcessContext(Map.of(), "");

    public ProcessContext {
        environment = Collections.unmodifiableSortedMap(new TreeMap<>(environment));
    }

    /// Reads variables as an author writes them, each `NAME=value`.
    ///
    /// @throws IllegalArgumentException if one is malformed, or is there twice
    public static ProcessContext of(List<String> variables, String folder) {
        Map<String, String> environment = new TreeMap<>();
        for (String variable : variables) {
            int end = variable.indexOf('=');
            if (end < 1 || !variable.substring(0, end).matches("[A-Za-z_][A-Za-z0-9_]*")) {
                throw new IllegalArgumentException(
                        "environment: '%s' is no variable: write NAME=value".formatted(variable));
            }
            if (environment.put(variable.substring(0, end), variable.substring(end + 1)) != null) {
                throw new IllegalArgumentException(
                        "environment: %s stands twice: keep one".formatted(variable.substring(0, end)));
            }
        }
        return new ProcessContext(environment, folder);
    }
}
