package dev.weir.processor;

import java.util.Map;
import java.util.Optional;

/// The classes around primitives.
final class Boxes {

    private static final Map<String, String> PRIMITIVES = Map.of(
            "java.lang.Boolean", "boolean",
            "java.lang.Byte", "byte",
            "java.lang.Character", "char",
            "java.lang.Short", "short",
            "java.lang.Integer", "int",
            "java.lang.Long", "long",
            "java.lang.Float", "float",
            "java.lang.Double", "double");

    private Boxes() {}

    static boolean isBox(String qualifiedName) {
        return PRIMITIVES.containsKey(qualifiedName);
    }

    /// The primitive inside a box.
    static Optional<String> primitive(String qualifiedName) {
        return Optional.ofNullable(PRIMITIVES.get(qualifiedName));
    }
}
