package dev.weir.checks;

import dev.weir.assets.Table;
import java.util.List;
import java.util.ServiceLoader;

/// What evaluates ready-made checks for methods. Weir brings one, found by `ServiceLoader`; authors do not call it.
public interface CheckEngine {

    /// What each check finds, in their order and labelled, from one scan of the table.
    ///
    /// @throws IllegalArgumentException if a method cannot know what a check compares with
    List<CheckResult> results(Table<?> table, List<TableCheck> checks);

    /// The engine of this process.
    ///
    /// @throws IllegalStateException if there is none on the class path
    static CheckEngine current() {
        return Holder.ENGINE;
    }

    /// Loads the engine when the first method asks.
    final class Holder {
        private static final CheckEngine ENGINE = ServiceLoader.load(CheckEngine.class, CheckEngine.class.getClassLoader())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "No engine for checks is on the class path: add dev.weir:weir-materializer (scope test)"));

        private Holder() {}
    }
}
