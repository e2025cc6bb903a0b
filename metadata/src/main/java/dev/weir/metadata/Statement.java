package dev.weir.metadata;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One statement with its parameters, to be executed with others.
record Statement(String sql, List<@Nullable Object> parameters) {

    static Statement of(String sql, @Nullable Object... parameters) {
        return new Statement(sql, Arrays.asList(parameters));
    }
}
