package dev.weir.materializer.pipes;

import dev.weir.materializer.json.Json;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a process reports, one line of its file of messages each.
public sealed interface PipesMessage {

    /// It has begun.
    record Opened() implements PipesMessage {}

    /// A line for the log of its step.
    ///
    /// @param level such as `INFO` or `WARNING`
    record Log(String level, String text) implements PipesMessage {}

    /// Something about the version that it makes.
    ///
    /// @param asset the key; nothing if it is the one that it computes
    record Materialized(Optional<String> asset, Map<String, Object> metadata, Optional<String> dataVersion)
            implements PipesMessage {}

    /// The result of a check.
    record Checked(Optional<String> asset, String check, boolean passed, String severity, Map<String, Object> metadata)
            implements PipesMessage {}

    /// Anything else, of which Weir knows `weir_result`: the small value that is the result.
    record Custom(@Nullable Object payload) implements PipesMessage {

        private static final String RESULT = "weir_result";

        /// That value as JSON.
        public Optional<String> result() {
            return payload instanceof Map<?, ?> named && named.containsKey(RESULT)
                    ? Optional.of(Json.write(named.get(RESULT)))
                    : Optional.empty();
        }
    }

    /// It has ended.
    ///
    /// @param problem what it threw, if it did
    record Closed(Optional<String> problem) implements PipesMessage {}
}
