package dev.weir.metadata;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One statement with its parameters, to be executed with others.
///
/// @param parameters a [Numbers.Later] is known when the store is locked
/// @param expected how many rows it must change; -1 if any number will do
record Statement(String sql, List<@Nullable Object> parameters, int expected) {

    static Statement of(String sql, @Nullable Object... parameters) {
        return new Statement(sql, Arrays.asList(parameters), -1);
    }

    Statement expecting(int rows) {
        return new Statement(sql, parameters, rows);
    }
}
