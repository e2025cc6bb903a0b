package dev.weir.materializer.project;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Classes of a project that the caller sees already, as a test does: nothing is compiled, and nothing is loaded anew. Each
/// environment variable of the options is a secret of that name.
///
/// @param loader loads them
/// @param classPath the folders and jars in which the project's own code lies
/// @param declaring the binary names of the classes whose declarations count
/// @param resources objects in place of those that would be made, by the binary names of their types
public record VisibleClasses(
        ClassLoader loader, List<Path> classPath, Set<String> declaring, Map<String, Object> resources) {

    public VisibleClasses {
        classPath = List.copyOf(classPath);
        declaring = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(declaring));
        resources = Map.copyOf(resources);
    }
}
