package dev.weir.cli.command;

import dev.weir.assets.problem.ProblemCode;
import dev.weir.assets.problem.WeirException;
import dev.weir.cli.argument.Arguments;
import dev.weir.cli.argument.Option;
import dev.weir.cli.argument.Syntax;
import dev.weir.cli.argument.Syntax.Words;
import dev.weir.cli.output.Answer;
import dev.weir.cli.output.Console;
import dev.weir.cli.output.Screen;
import dev.weir.cli.run.Interruption;
import dev.weir.cli.server.ProjectServer;
import dev.weir.cli.wiring.Session;
import dev.weir.lineageui.json.JsonObject;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;

/// `weir server`: the project in a browser, until Ctrl-C.
final class ServerCommand implements Command {
    private static final int USUAL_PORT = 9347;
    static final Option PORT =
            Option.value("--port", "N", "The port of this machine; by default 9347, and with 0 any that is free");
    private static final Option HOST = Option.value("--host", "NAME", "Only this machine's own: localhost");
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1");

    @Override
    public Syntax syntax() {
        return Syntax.of("server", "Serves the project to a browser on this machine, until Ctrl-C", Words.NONE)
                .with(PORT, HOST)
                .example("weir server")
                .example("weir server --port 0");
    }

    @Override
    public Answer run(Arguments arguments, Session session) {
        requireLoopback(arguments.value(HOST).orElse("localhost"));
        int port = port(arguments);
        CountDownLatch ended = new CountDownLatch(1);
        Session.Context context = session.context();
        context.interruption().watch(_ -> ended.countDown());
        String address;
        try (ProjectServer server = ProjectServer.start(session, port)) {
            address = server.address();
            context.interruption().watch(new Ending(server, ended::countDown));
            sayWhere(server, screen(arguments, context.console()), context.console());
            ended.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return new Ended("");
        }
        return new Ended(address);
    }

    /// Where an answer in JSON is wanted, it comes at the end and alone.
    static Screen screen(Arguments arguments, Console console) {
        return arguments.has(Syntax.JSON) ? console.err() : console.out();
    }

    static void sayWhere(ProjectServer server, Screen screen, Console console) {
        screen.line("%s is at %s".formatted(server.project(), server.link()));
        screen.line("Keep the link to yourself: whoever has it can start runs. Ctrl-C ends the server.");
        console.flush();
    }

    private static void requireLoopback(String host) {
        if (!LOOPBACK.contains(host)) {
            throw new WeirException(
                    ProblemCode.USAGE,
                    "--host is '%s': without a login for teams, Weir serves this machine only; leave --host out, and reach it from elsewhere through ssh -L."
                            .formatted(host));
        }
    }

    static int port(Arguments arguments) {
        String port = arguments.value(PORT).orElse(Integer.toString(USUAL_PORT));
        if (!port.matches("[0-9]{1,5}") || Integer.parseInt(port) > 65_535) {
            throw new WeirException(
                    ProblemCode.USAGE, "--port is '%s': write a number from 1 to 65535, or 0 for any that is free.".formatted(port));
        }
        return Integer.parseInt(port);
    }

    /// The runs that were launched here end with it, and hear why.
    record Ending(ProjectServer server, Runnable ended) implements Interruption.Work {
        @Override
        public void cancel(String why) {
            server.cancel(why);
            ended.run();
        }

        @Override
        public Optional<String> exiting() {
            return server.exiting();
        }
    }

    record Ended(String address) implements Answer {
        @Override
        public void print(Screen screen) {
            screen.line("The server has ended.");
        }

        @Override
        public Object json() {
            return new JsonObject().with("address", address);
        }
    }
}
