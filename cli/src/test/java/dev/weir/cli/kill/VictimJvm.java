package dev.weir.cli.kill;

import dev.weir.cli.quick.QuickJvm;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// How processes are started that are going to be killed.
final class VictimJvm {

    // Most die before compiled code has paid for itself: only what is called very often is compiled.
    private static final String COMPILES_LITTLE = "-XX:CompileThresholdScaling=10";

    private final QuickJvm jvm;

    private VictimJvm(QuickJvm jvm) {
        this.jvm = jvm;
    }

    /// @param folder for what it needs
    /// @param server of which classes are to be in the archive too
    static VictimJvm rehearsed(Path folder, Memory.Server server) throws IOException, InterruptedException {
        return new VictimJvm(QuickJvm.rehearsed(folder, Rehearsal.class, "rehearsal", server.toString()));
    }

    Process start(List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(jvm.command());
        command.addAll(List.of(COMPILES_LITTLE, Victim.class.getName()));
        command.addAll(arguments);
        return new ProcessBuilder(command).start();
    }
}
