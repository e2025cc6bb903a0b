package dev.weir.assets.digest.code;

/// A piece of user code that other code can refer to. Names of types are written as in class files.
sealed interface Unit {

    /// The body of one method.
    record Method(String owner, String name, String descriptor) implements Unit {}

    /// Whatever a virtual call may run: the method it finds in its type and those that override it.
    record Call(String owner, String name, String descriptor) implements Unit {}

    /// What a type is without its code: its supertypes and record components.
    record Shape(String type) implements Unit {}

    /// What runs when a type is first used.
    record Initializer(String type) implements Unit {}

    /// What an object may run although no user code calls it, because the JDK or a library does: `compareTo`, `hashCode`.
    record Instance(String type) implements Unit {}
}
