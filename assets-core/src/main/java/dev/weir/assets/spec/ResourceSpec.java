package dev.weir.assets.spec;

import java.util.List;

/// Something the engine makes by calling a constructor or a `@Provides` method: a class that declares assets, or what its
/// constructor asks for.
///
/// @param javaName the binary name of the type it provides
/// @param making how it is made; where a project has both for one type, the `@Provides` method is meant
/// @param factory the number with which the module of the declaring class makes one
public record ResourceSpec(String javaName, Making making, int factory, List<Argument> arguments) {

    public ResourceSpec {
        arguments = List.copyOf(arguments);
    }

    /// How a resource is made.
    public enum Making {
        CONSTRUCTOR,
        PROVIDES
    }

    /// What a constructor or `@Provides` method asks for.
    public sealed interface Argument {

        /// Another resource, by the binary name of its type.
        record OfResource(String javaName) implements Argument {}

        /// A record of configuration.
        record OfConfig(ConfigSpec config) implements Argument {}

        /// A secret, by its name.
        record OfSecret(String name) implements Argument {}
    }
}
