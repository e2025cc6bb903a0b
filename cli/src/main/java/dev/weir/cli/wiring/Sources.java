package dev.weir.cli.wiring;

import java.nio.file.Path;
import java.util.Set;

/// What a project is read from.
///
/// @param paths files, and folders with all that is in them; they need not exist
public record Sources(Set<Path> paths) {
    public Sources {
        paths = Set.copyOf(paths);
    }
}
