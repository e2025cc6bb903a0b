package dev.weir.cli;

import dev.weir.cli.output.Console;
import dev.weir.cli.output.Screen;
import dev.weir.cli.wiring.Session;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;

/// What a call of the command line left behind.
public record Called(int status, String out, String err) {

    public static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");

    /// Calls `weir` with these words in a folder, at noon.
    public static Called in(Path folder, String... words) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Console console = new Console(
                Screen.file(new PrintStream(out, true, StandardCharsets.UTF_8)),
                Screen.file(new PrintStream(err, true, StandardCharsets.UTF_8)));
        int status = new Cli(new Session.Context(console, folder, Map.of(), InstantSource.fixed(NOON))).run(words);
        return new Called(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
