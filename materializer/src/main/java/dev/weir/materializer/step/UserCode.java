package dev.weir.materializer.step;

import dev.weir.assets.generated.AssetModule;
import dev.weir.assets.spec.ConfigSpec;
import dev.weir.materializer.mask.Mask;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The objects an author's code is called through. Threads may share it.
public interface UserCode {

    /// The generated module of a class that declares assets or checks, by its binary name.
    AssetModule module(String declaringClass);

    /// The instance whose methods are called, with its resources; null where there is none to make.
    @Nullable Object instance(String declaringClass);

    /// A record of configuration that a method of the class takes.
    Object configuration(String declaringClass, ConfigSpec config);

    /// The values of its components, in their order.
    List<Object> valuesOf(ConfigSpec config);

    /// Takes the secrets that the code knows out of what it says.
    default Mask mask() {
        return Mask.NONE;
    }
}
