package dev.weir.cli.command;

import dev.weir.cli.wiring.Workspace;
import dev.weir.materializer.version.Names;
import dev.weir.materializer.version.Version;
import java.util.Collection;
import java.util.List;

/// What people should know of versions that were found wrong after they were published.
final class Taints {

    private Taints() {}

    /// One sentence for each that is tainted.
    static List<String> notes(Collection<Version> versions, Workspace workspace) {
        Names names = new Names(workspace.graph());
        return versions.stream()
                .filter(version -> !version.tainted().isEmpty())
                .map(version -> "%s is tainted: %s".formatted(names.of(version), version.tainted()))
                .toList();
    }
}
