package dev.weir.cli;

import dev.weir.cli.log.PrintedBesides;
import dev.weir.cli.output.Console;
import dev.weir.cli.output.Screen;
import dev.weir.cli.owner.Answering;
import dev.weir.cli.owner.Owner;
import dev.weir.cli.owner.Request;
import dev.weir.cli.run.Interruption;
import dev.weir.cli.wiring.Distribution;
import dev.weir.cli.wiring.OwnDatabases;
import dev.weir.cli.wiring.Session;
import dev.weir.cli.wiring.Wiring;
import java.io.BufferedOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The commands of other processes, done in this one over the databases it owns: each as if it had this process to itself,
/// with its own folder, variables, classes and screens. Threads share it.
final class Others implements Answering {

    private static final int BUFFER = 1 << 16;

    private final List<Path> shortFolders;
    private final OwnDatabases databases = new OwnDatabases(this::listenIn);

    /// @param variables of this process
    Others(Map<String, String> variables) {
        shortFolders = Stream.of(
                        Optional.ofNullable(variables.get("XDG_RUNTIME_DIR")),
                        Optional.of(System.getProperty("java.io.tmpdir")))
                .flatMap(Optional::stream)
                .filter(text -> !text.isBlank())
                .map(Path::of)
                .toList();
    }

    /// The databases of this process.
    OwnDatabases databases() {
        return databases;
    }

    private Owner listenIn(Path state) {
        return Owner.of(new Owner.Place(state, shortFolders), Distribution::weir, this);
    }

    @Override
    public int answer(Request request, Asker asker) {
        Interruption interruption = Interruption.byHand();
        asker.whenGone(interruption::interrupt);
        PrintStream err = stream(asker.err());
        Session.Context context = new Session.Context(
                new Console(screen(stream(asker.out()), request.out()), screen(err, request.err())),
                request.folder(),
                request.variables(),
                InstantSource.system(),
                request.zone(),
                new Wiring(databases, request.variables(), asker::writes),
                interruption);
        try (PrintedBesides _ = PrintedBesides.of(err)) {
            return new Cli(context).run(request.words().toArray(String[]::new));
        }
    }

    private static PrintStream stream(OutputStream bytes) {
        return new PrintStream(new BufferedOutputStream(bytes, BUFFER), false, StandardCharsets.UTF_8);
    }

    private static Screen screen(PrintStream stream, Request.Terminal terminal) {
        if (terminal.columns() == 0) {
            return Screen.file(stream);
        }
        Screen screen = Screen.terminal(stream, terminal.columns());
        return switch (terminal.colour()) {
            case YES -> screen;
            case NO -> screen.withoutColour();
        };
    }
}
