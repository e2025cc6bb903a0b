package dev.weir.cli;

import dev.weir.cli.output.Console;
import dev.weir.cli.run.Interruption;
import dev.weir.cli.wiring.Session;
import dev.weir.cli.wiring.Wiring;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;

/// What the launcher starts.
public final class Main {

    private Main() {}

    public static void main(String[] words) {
        // What an asset's method prints must not stand between the lines of an answer that a program reads.
        System.setOut(System.err);
        // By name, so that nothing of it is loaded before somebody logs.
        System.setProperty("java.util.logging.config.class", "dev.weir.cli.log.JavaLogging");
        Interruption interruption = Interruption.ofThisProcess();
        Session.Context context = new Session.Context(
                Console.ofThisProcess(),
                Path.of("").toAbsolutePath(),
                System.getenv(),
                InstantSource.system(),
                ZoneId.systemDefault(),
                new Wiring(),
                interruption);
        int status = new Cli(context).run(words);
        interruption.over(status);
        System.exit(status);
    }
}
