package dev.weir.materializer.project;

import dev.weir.assets.generated.AssetModule;
import dev.weir.assets.problem.ProblemCode;
import dev.weir.assets.problem.WeirException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// The generated modules of declaring classes, each loaded when it is first asked for. Threads may share it.
final class Modules {

    private final ClassLoader loader;
    private final Map<String, String> moduleClasses;
    private final Map<String, AssetModule> loaded = new ConcurrentHashMap<>();

    /// @param moduleClasses the binary name of the module by that of the declaring class
    Modules(ClassLoader loader, Map<String, String> moduleClasses) {
        this.loader = loader;
        this.moduleClasses = moduleClasses;
    }

    /// Calls a class through this module from now on.
    void replace(String declaringClass, AssetModule module) {
        loaded.put(declaringClass, module);
    }

    AssetModule of(String declaringClass) {
        AssetModule known = loaded.get(declaringClass);
        return known != null ? known : loaded.computeIfAbsent(declaringClass, this::load);
    }

    private AssetModule load(String declaringClass) {
        String moduleClass = moduleClasses.get(declaringClass);
        if (moduleClass == null) {
            throw new IllegalArgumentException("Class %s declares nothing".formatted(declaringClass));
        }
        try {
            return (AssetModule)
                    loader.loadClass(moduleClass).getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException | LinkageError | ClassCastException unusable) {
            throw new WeirException(
                    ProblemCode.MISSING_CLASSES,
                    "Class %s, which calls the methods of %s, cannot be loaded (%s): compile the project again"
                            .formatted(moduleClass, declaringClass, unusable),
                    unusable);
        }
    }
}
