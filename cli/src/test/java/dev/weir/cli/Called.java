package dev.weir.cli;

import dev.weir.cli.output.Console;
import dev.weir.cli.output.Screen;
import dev.weir.cli.run.Interruption;
import dev.weir.cli.wiring.Session;
import dev.weir.cli.wiring.Wiring;
import dev.weir.cli.wiring.Workspace;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Map;

/// What a call of the command line left behind.
public record Called(int status, String out, String err) {

    public static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");

    /// Calls `weir` with these words in a folder without a project, at noon.
    public static Called in(Path folder, String... words) {
        return in(folder, new Wiring(), words);
    }

    /// Calls `weir` with these words in a folder, with these environment variables, at noon.
    public static Called in(Path folder, Map<String, String> variables, String... words) {
        return in(folder, variables, InstantSource.fixed(NOON), new Wiring(), Interruption.byHand(), words);
    }

    /// Calls `weir` with these words in a folder, with these environment variables, by this clock.
    public static Called in(Path folder, Map<String, String> variables, InstantSource clock, String... words) {
        return in(folder, variables, clock, new Wiring(), Interruption.byHand(), words);
    }

    /// Calls `weir` with these words about a project, at noon.
    public static Called about(Workspace workspace, String... words) {
        return in(Path.of("").toAbsolutePath(), (_, _) -> workspace, words);
    }

    /// Calls `weir` with these words about a project, and lets somebody interrupt it.
    public static Called about(Workspace workspace, Interruption interruption, String... words) {
        return in(
                Path.of("").toAbsolutePath(),
                Map.of(),
                InstantSource.fixed(NOON),
                (_, _) -> workspace,
                interruption,
                words);
    }

    private static Called in(Path folder, Session.Opener opener, String... words) {
        return in(folder, Map.of(), InstantSource.fixed(NOON), opener, Interruption.byHand(), words);
    }

    private static Called in(
            Path folder,
            Map<String, String> variables,
            InstantSource clock,
            Session.Opener opener,
            Interruption interruption,
            String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Console console = new Console(Screen.file(out), Screen.file(err));
        Session.Context context = new Session.Context(
                console, folder, variables, clock, ZoneOffset.UTC, opener, interruption);
        int status = new Cli(context).run(words);
        return new Called(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
