package dev.weir.cli.server;

import dev.weir.assets.problem.Problem;
import dev.weir.assets.problem.WeirException;
import dev.weir.cli.wiring.Faults;
import dev.weir.cli.wiring.Session;
import dev.weir.cli.wiring.Workspace;
import dev.weir.lineageui.api.Declarations.Wrong;
import dev.weir.lineageui.api.Routes;
import dev.weir.lineageui.server.PageServer;
import dev.weir.lineageui.server.Tokens;
import dev.weir.materializer.plan.Definitions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/// A project that is served: what the command line opens, behind the HTTP interface.
public final class ProjectServer implements AutoCloseable {
    private final PageServer server;
    private final Routes routes;
    private final Launches launches;
    private final Tokens tokens;
    private final String project;

    private ProjectServer(PageServer server, Routes routes, Launches launches, Tokens tokens, String project) {
        this.server = server;
        this.routes = routes;
        this.launches = launches;
        this.tokens = tokens;
        this.project = project;
    }

    /// Opens the project to write, so that its database is this process's, and serves it.
    ///
    /// @param port 0 for any that is free
    public static ProjectServer start(Session session, int port) {
        Workspace workspace = session.workspace();
        workspace.prepareToWrite();
        Workspace.Home home = workspace.home();
        Session.Context context = session.context();
        ServedWorkspace served = new ServedWorkspace(session);
        Launches launches = new Launches(session, served.runs(), fault -> tell(Faults.record(fault, context), context));
        try {
            Tokens tokens = Tokens.in(home.state().resolve("server"), context.clock());
            Routes routes = new Routes(served, launches, tokens, version());
            PageServer server =
                    PageServer.start(port, routes, tokens, fault -> Faults.record(fault, context));
            ProjectServer started = new ProjectServer(server, routes, launches, tokens, home.name());
            launches.whenChanged(() -> started.readAnew(session));
            return started;
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /// Serves the project as it is now, if it is right.
    private void readAnew(Session session) {
        Session anew = session.anew(session.context().console());
        try {
            Definitions _ = serve(anew);
        } catch (WeirException wrong) {
            anew.close();
        } catch (RuntimeException | Error fault) {
            anew.close();
            throw fault;
        }
    }

    private static void tell(Problem problem, Session.Context context) {
        context.console().err().line(problem.message());
        context.console().flush();
    }

    private static String version() {
        return Optional.ofNullable(ProjectServer.class.getPackage().getImplementationVersion()).orElse("development");
    }

    public String project() {
        return project;
    }

    public String address() {
        return server.address();
    }

    /// What opens the page logged in. Browsers keep what is behind `#` to themselves.
    public String link() {
        return address() + "/#token=" + tokens.launch();
    }

    /// Reads the project anew, and serves it as it is now; that of before is closed when no call needs it any more. Runs that
    /// are under way go on with the classes they began with.
    ///
    /// @param anew ends with what it reads
    /// @return what it declares
    /// @throws WeirException if its declarations are wrong; what is served stays
    public Definitions serve(Session anew) {
        ServedWorkspace next = new ServedWorkspace(anew);
        routes.serve(next);
        return next.definitions();
    }

    /// The project cannot be served as its sources are now.
    public void fail(List<Wrong> problems) {
        routes.fail(problems);
    }

    /// Cancels the runs that it has launched; the rest of them comes to its end when this is closed.
    public void cancel(String why) {
        launches.cancelAll(why);
    }

    /// The step of one of them whose code has called System.exit, by name.
    public Optional<String> exiting() {
        return launches.exiting();
    }

    @Override
    public void close() {
        launches.close();
        routes.close();
        server.close();
    }
}
