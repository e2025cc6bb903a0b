package dev.weir.materializer.step;

import dev.weir.assets.generated.AssetModule;
import org.jspecify.annotations.Nullable;

/// Calls of an author's method.
final class Calls {

    private Calls() {}

    /// Calls it, with the loader of its class as that of the thread, which belongs to this attempt alone. Errors of the
    /// machine pass as they are.
    static @Nullable Object call(
            AssetModule module, int number, @Nullable Object instance, @Nullable Object[] arguments)
            throws Exception {
        Thread.currentThread().setContextClassLoader(module.getClass().getClassLoader());
        try {
            return module.call(number, instance, arguments);
        } catch (Exception | Error thrown) {
            throw thrown;
        } catch (Throwable neither) {
            throw new IllegalStateException(neither);
        }
    }
}
