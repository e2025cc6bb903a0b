package dev.weir.assets;

import java.util.List;
import java.util.ServiceLoader;

/// What gives tables their rows. Weir brings one, found by `ServiceLoader`; authors do not call it.
public interface TableEngine {

    <R extends Record> Table<R> tableOf(Class<R> rowType, List<R> rows);

    <R extends Record> Table<R> query(Class<R> rowType, String sql, List<Object> arguments);

    /// The engine of this process.
    ///
    /// @throws IllegalStateException if there is none on the class path
    static TableEngine current() {
        return Holder.ENGINE;
    }

    /// Loads the engine when the first table needs it.
    final class Holder {
        private static final TableEngine ENGINE = ServiceLoader.load(TableEngine.class, TableEngine.class.getClassLoader())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "No engine for tables is on the class path: add dev.weir:weir-materializer (scope test)"));

        private Holder() {}
    }
}
