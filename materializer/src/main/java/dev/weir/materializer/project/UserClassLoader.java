package dev.weir.materializer.project;

import dev.weir.materializer.run.UserFrames;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Loads a project's own classes and libraries. Of the engine's it sees the API alone: every other class comes from the
/// project's class path or the JDK, so that a project may use any version of what the engine uses too.
///
/// Threads may share it. Close it when no code of the project runs any more.
public final class UserClassLoader extends URLClassLoader {

    static {
        registerAsParallelCapable();
    }

    // What user code and engine must agree on: types in signatures, and the one place logs go to.
    private static final List<String> SHARED =
            List.of("dev.weir.assets.", "dev.weir.partitions.", "dev.weir.checks.", "org.slf4j.", "org.jspecify.",
                    "org.apache.arrow.");

    private final ClassLoader engine;

    /// @param classPath folders and jars, in the order in which they are searched
    public UserClassLoader(List<Path> classPath) {
        this(classPath, ClassLoader.getPlatformClassLoader());
    }

    private UserClassLoader(List<Path> classPath, ClassLoader parent) {
        super(UserFrames.LOADER_NAME, urls(classPath), parent);
        this.engine = UserClassLoader.class.getClassLoader();
    }

    /// One that finds every class in another loader first, as in a test, which names classes of its own.
    static UserClassLoader seeing(ClassLoader loader, List<Path> classPath) {
        return new UserClassLoader(classPath, loader);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        return isShared(name) ? engine.loadClass(name) : super.loadClass(name, resolve);
    }

    static boolean isShared(String className) {
        for (String prefix : SHARED) {
            if (className.startsWith(prefix)) {
                return true;
            }
        }
        return false;
    }

    private static URL[] urls(List<Path> classPath) {
        return classPath.stream().map(UserClassLoader::url).toArray(URL[]::new);
    }

    // A loader takes an address without a '/' at its end for a jar, and a folder that is made later gets none.
    private static URL url(Path entry) {
        String address = entry.toAbsolutePath().toUri().toString();
        boolean isFolder = address.endsWith("/") || !Files.isRegularFile(entry);
        try {
            return URI.create(isFolder && !address.endsWith("/") ? address + "/" : address).toURL();
        } catch (MalformedURLException impossible) {
            throw new IllegalArgumentException("No address for " + entry, impossible);
        }
    }
}
