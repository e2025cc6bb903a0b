package dev.weir.cli.wiring;

import dev.weir.cli.output.Console;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/// One command at work: where it was called, what it may open. Opens each part when it is first asked for, and closes
/// them all.
public final class Session implements AutoCloseable {
    private final Context context;
    private final Target target;

    public Session(Context context, Target target) {
        this.context = context;
        this.target = target;
    }

    /// What the process gives.
    ///
    /// @param folder the folder it was started in
    /// @param variables of its environment
    public record Context(Console console, Path folder, Map<String, String> variables, InstantSource clock) {}

    /// What the command line says about where to work.
    public record Target(Optional<String> project, Optional<String> file, Optional<String> environment) {}

    public Context context() {
        return context;
    }

    public Target target() {
        return target;
    }

    @Override
    public void close() {}
}
