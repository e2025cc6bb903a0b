package dev.weir.materializer.project;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// What user code is loaded from.
///
/// @param own folders and jars with the project's own classes; they count as its code
/// @param libraries what those classes need; assets declared there belong to the project too
public record ClassPath(List<Path> own, List<Path> libraries) {

    public ClassPath {
        own = List.copyOf(own);
        libraries = List.copyOf(libraries);
    }

    /// All of it, in the order in which it is searched.
    public List<Path> all() {
        List<Path> all = new ArrayList<>(own);
        all.addAll(libraries);
        return all;
    }
}
