package dev.weir.cli.command;

import dev.weir.assets.problem.ProblemKind;
import dev.weir.assets.problem.WeirException;
import dev.weir.cli.argument.Arguments;
import dev.weir.cli.argument.Syntax;
import dev.weir.cli.argument.Syntax.Words;
import dev.weir.cli.dev.DevServer;
import dev.weir.cli.dev.SourceWatch;
import dev.weir.cli.output.Answer;
import dev.weir.cli.output.Console;
import dev.weir.cli.output.ProblemText;
import dev.weir.cli.output.Screen;
import dev.weir.cli.server.ProjectServer;
import dev.weir.cli.wiring.Session;
import dev.weir.cli.wiring.Workspace;
import java.util.Optional;

/// `weir dev`: the project in a browser as its sources are, until Ctrl-C.
final class DevCommand implements Command {

    @Override
    public Syntax syntax() {
        return Syntax.of("dev", "As server, and reads the project anew whenever a source changes", Words.NONE)
                .with(ServerCommand.PORT)
                .example("weir dev -f Flights.java");
    }

    @Override
    public Answer run(Arguments arguments, Session session) {
        int port = ServerCommand.port(arguments);
        session.environment();
        Workspace workspace = session.workspace();
        Session.Context context = session.context();
        String address = "";
        try (SourceWatch watch = SourceWatch.of(workspace.sources())) {
            context.interruption().watch(_ -> watch.end());
            Optional<ProjectServer> started = start(session, port, watch);
            if (started.isPresent()) {
                try (ProjectServer server = started.get()) {
                    address = server.address();
                    context.interruption().watch(new ServerCommand.Ending(server, watch::end));
                    Screen screen = ServerCommand.screen(arguments, context.console());
                    ServerCommand.sayWhere(server, screen, context.console());
                    new DevServer(server, session, watch, screen).run();
                }
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        return new ServerCommand.Ended(address);
    }

    /// Nothing if it ends before the declarations are right.
    private static Optional<ProjectServer> start(Session session, int port, SourceWatch watch) throws InterruptedException {
        do {
            try {
                return Optional.of(ProjectServer.start(session, port));
            } catch (WeirException wrong) {
                boolean isOfSources = wrong.problems().stream().allMatch(problem -> problem.code().kind() == ProblemKind.USER);
                if (!isOfSources) {
                    throw wrong;
                }
                say(wrong, session.context().console());
            }
        } while (watch.awaitChange());
        return Optional.empty();
    }

    private static void say(WeirException wrong, Console console) {
        console.out().flush();
        ProblemText.print(wrong.problems(), console.err());
        console.err().line("weir: Nothing is served yet: it is when the sources are right. Ctrl-C ends this.");
        console.flush();
    }
}
