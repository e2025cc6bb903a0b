package dev.weir.cli.wiring;

import dev.weir.materializer.project.ProjectLayout;
import java.nio.file.Path;
import java.util.Optional;

/// Puts the parts of Weir together for a project.
public final class Wiring implements Session.Opener {

    @Override
    public Workspace open(Session.Context context, Session.Target target) {
        Optional<Path> home = Optional.ofNullable(context.variables().get("WEIR_HOME"))
                .filter(text -> !text.isBlank())
                .map(context.folder()::resolve);
        ProjectLayout layout = ProjectLayout.find(
                context.folder(), new ProjectLayout.Wanted(target.project(), target.file(), home));
        return new ProjectWorkspace(layout, context, target);
    }
}
