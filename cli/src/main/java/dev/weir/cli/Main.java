package dev.weir.cli;

import dev.weir.cli.output.Console;
import dev.weir.cli.owner.Owner;
import dev.weir.cli.run.Interruption;
import dev.weir.cli.wiring.Session;
import dev.weir.cli.wiring.Wiring;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;

/// What the launcher starts.
public final class Main {

    private Main() {}

    public static void main(String[] words) {
        // What an asset's method prints must not stand between the lines of an answer that a program reads.
        System.setOut(System.err);
        // Names of files, queries and numbers that others read are the same everywhere, whatever digits the user has.
        Locale.setDefault(Locale.Category.FORMAT, Locale.ROOT);
        // By name, so that nothing of it is loaded before somebody logs.
        System.setProperty("java.util.logging.config.class", "dev.weir.cli.log.JavaLogging");
        Interruption interruption = Interruption.ofThisProcess();
        Map<String, String> variables = System.getenv();
        Others others = new Others(variables);
        Session.Context context = new Session.Context(
                Console.ofThisProcess(),
                Path.of("").toAbsolutePath(),
                variables,
                InstantSource.system(),
                ZoneId.systemDefault(),
                new Wiring(others.databases()),
                interruption);
        int status = new Cli(context).run(words);
        others.databases()
                .close(interruption.isInterrupted() ? Owner.Leaving.NOW : Owner.Leaving.WHEN_ALL_IS_DONE, Main::tell);
        interruption.over(status);
        if (status != 0) {
            // What steps have started in this process would go on without anybody who waits for it.
            ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
        }
        System.exit(status);
    }

    private static void tell(int others) {
        System.err.printf(
                "This is done. Waiting for %s of another weir, which works through this one ...%n",
                others == 1 ? "a command" : others + " commands");
    }
}
