package dev.weir.cli.wiring;

import dev.weir.materializer.project.ProjectLayout;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// Puts the parts of Weir together for a project.
public final class Wiring implements Session.Opener {

    private final Databases databases;
    private final Map<String, String> variables;
    private final Runnable writing;

    /// One whose commands have nothing in common.
    public Wiring() {
        this(Databases.OF_EACH_COMMAND);
    }

    /// @param databases of this process
    public Wiring(Databases databases) {
        this(databases, System.getenv(), () -> {});
    }

    /// @param variables of the environment, for the processes that are started
    /// @param writing called before a command begins to write
    public Wiring(Databases databases, Map<String, String> variables, Runnable writing) {
        this.databases = databases;
        this.variables = variables;
        this.writing = writing;
    }

    @Override
    public Workspace open(Session.Context context, Session.Target target) {
        Optional<Path> home = Optional.ofNullable(context.variables().get("WEIR_HOME"))
                .filter(text -> !text.isBlank())
                .map(context.folder()::resolve);
        ProjectLayout layout = ProjectLayout.find(
                context.folder(), new ProjectLayout.Wanted(target.project(), target.file(), home));
        return new ProjectWorkspace(layout, context, target, new ProjectWorkspace.Surroundings(databases, variables, writing));
    }
}
