package dev.weir.cli.dev;

import dev.weir.assets.problem.Problem;
import dev.weir.assets.problem.WeirException;
import dev.weir.cli.output.Console;
import dev.weir.cli.output.ProblemText;
import dev.weir.cli.output.Quantity;
import dev.weir.cli.output.Screen;
import dev.weir.cli.server.ProjectServer;
import dev.weir.cli.wiring.Faults;
import dev.weir.cli.wiring.Session;
import dev.weir.materializer.plan.Definitions;
import java.time.Duration;
import java.util.List;

/// Serves a project as its sources are: reads it anew whenever they change. As long as they cannot be served, what they said
/// before is, and people are told why, here and in the page. For one thread.
public final class DevServer {
    private final ProjectServer server;
    private final Session session;
    private final SourceWatch watch;
    private final Screen screen;
    private Definitions served;

    /// @param watch of the sources, since before they were read
    /// @param screen where a line is written for each reading
    public DevServer(ProjectServer server, Session session, SourceWatch watch, Screen screen) {
        this.server = server;
        this.session = session;
        this.watch = watch;
        this.screen = screen;
        served = session.workspace().definitions();
        watch.follow(session.workspace().sources());
    }

    /// Returns when the watch is ended.
    public void run() throws InterruptedException {
        while (watch.awaitChange()) {
            readAnew();
        }
    }

    private void readAnew() {
        long start = System.nanoTime();
        Overheard overheard = new Overheard(console());
        Session anew = session.anew(overheard.console());
        try {
            Definitions now = server.serve(anew);
            watch.follow(anew.workspace().sources());
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            screen.line("Reloaded in %s: %s.".formatted(Quantity.duration(took), Difference.between(served, now)));
            served = now;
        } catch (WeirException wrong) {
            fail(anew, wrong.problems(), overheard);
        } catch (RuntimeException | LinkageError fault) {
            fail(anew, List.of(Faults.record(fault, session.context())), overheard);
        }
        console().flush();
    }

    private void fail(Session anew, List<Problem> problems, Overheard overheard) {
        screen.flush();
        ProblemText.print(problems, console().err());
        console().err().line("weir: What was served before still is; it is read again when a source changes.");
        server.fail(new WrongSources(session.workspace().sources()).of(problems, overheard.text()));
        anew.close();
    }

    private Console console() {
        return session.context().console();
    }
}
