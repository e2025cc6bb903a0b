package dev.weir.cli;

import dev.weir.cli.output.Console;
import dev.weir.cli.wiring.Session;
import java.nio.file.Path;
import java.time.InstantSource;

/// What the launcher starts.
public final class Main {

    private Main() {}

    public static void main(String[] words) {
        Session.Context context = new Session.Context(
                Console.ofThisProcess(), Path.of("").toAbsolutePath(), System.getenv(), InstantSource.system());
        System.exit(new Cli(context).run(words));
    }
}
